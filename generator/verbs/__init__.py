"""The verbs of the command: each adds its arguments, and does its work when it is called.

A verb imports what it alone needs when it runs, so that the others start fast.
"""
