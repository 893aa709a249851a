# shellcheck shell=sh
# Functions for the other scripts (sourced, POSIX sh): Debian packages, installed only where that is allowed.

# True where this user may install Debian packages without being asked anything.
apt_allowed() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1
}

# Install the packages named, in silence; on failure show what apt-get said and return its status.
apt_install() {
    apt_log=$(mktemp)
    apt_status=0
    {
        # A list that cannot be refreshed may still do: what counts is whether the packages install.
        apt_quiet update || true
        apt_quiet install --yes --no-install-recommends "$@"
    } >"$apt_log" 2>&1 </dev/null || apt_status=$?
    [ "$apt_status" -eq 0 ] || tail -n 20 "$apt_log" >&2
    rm -f "$apt_log"
    return "$apt_status"
}

# Run apt-get without questions; another apt-get at work is waited for.
apt_quiet() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@"
}
