"""The texts of the workbook by key: (French, English). Contract labels stand exactly so."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # links and the head of every sheet
    "nav.back": ("← Accueil", "← Home"),
    "nav.back.tip": ("Revenir à l'accueil", "Back to the cover"),
    "nav.checks.tip": ("Ouvrir la feuille Contrôles", "Open the checks"),
    "nav.sheet.tip": ("Ouvrir la feuille {sheet}", "Open the sheet {sheet}"),
    # levels, natures of rows, words that formulas show or compare
    "level.plan": ("plan", "plan"),
    "level.axe": ("axe", "axis"),
    "level.axe.use": ("Nature d'une ligne de total : axe", "Kind of a total row: axis"),
    "level.objectif": ("objectif", "objective"),
    "level.objectif.use": (
        "Nature d'une ligne de total : objectif", "Kind of a total row: objective"),
    "level.action": ("action", "action"),
    "level.action.use": ("Nature d'une ligne de total : action", "Kind of a total row: action"),
    "nature.activity": ("activité", "activity"),
    "nature.activity.use": ("Nature d'une ligne d'activité", "Kind of an activity row"),
    "nature.reserve": ("réserve", "reserve"),
    "nature.reserve.use": (
        "Nature d'une ligne prête pour une nouvelle activité",
        "Kind of a row ready for a new activity"),
    "nature.gone": ("sortie", "gone"),
    "nature.gone.use": (
        "Nature d'une activité adoptée que la matrice ne contient plus",
        "Kind of an adopted activity that the matrix no longer holds"),
    "word.changed": ("modifié", "changed"),
    "word.changed.use": (
        "Dit qu'une ligne diffère de sa base", "Says that a row differs from its base"),
    "word.holds": (
        "Contrôles : tout tient, aucune erreur", "Checks: everything holds, no error"),
    "word.holds.use": (
        "État général, quand aucun contrôle n'est en erreur", "Master state, when nothing fails"),
    "word.fails": (
        " contrôle(s) en erreur : voir la feuille Contrôles", " check(s) fail: see Contrôles"),
    "word.fails.use": (
        "État général, après le nombre de contrôles en erreur",
        "Master state, after the number of checks that fail"),
    "word.ok": ("tient", "holds"),
    "word.ok.use": ("État d'un contrôle vérifié", "State of a check that holds"),
    "word.bad": ("ERREUR", "ERROR"),
    "word.bad.use": ("État d'un contrôle en erreur", "State of a check that fails"),
    "word.look": ("à examiner", "look"),
    "word.look.use": ("État d'une alerte levée", "State of an alert that is raised"),
    "word.error": ("erreur", "error"),
    "word.error.use": ("Classe des contrôles qui doivent tenir", "Class of checks that must hold"),
    "word.alert": ("alerte", "alert"),
    "word.alert.use": (
        "Classe des signaux qui ne sont pas des erreurs", "Class of signals that are no errors"),
    # accueil
    "cover.matrix": (
        "Matrice budgétaire en classeur vivant", "Budget matrix as a living workbook"),
    "cover.use": ("Comment s'en servir", "How to use it"),
    "cover.step1.title": ("1. Lire", "1. Read"),
    "cover.step1": (
        "Synthèse donne les totaux par axe et par année ; Axe I à Axe IV et Dispositif reprennent "
        "la matrice du document.",
        "Synthèse gives the totals by axis and year; the axis sheets follow the document's matrix."),
    "cover.step2.title": ("2. Ajuster", "2. Adjust"),
    "cover.step2": (
        "Sur une feuille d'axe, modifiez les cases jaunes (montants par année, en francs entiers). "
        "Tous les totaux suivent ; une case modifiée devient grasse et orangée.",
        "On an axis sheet, change the yellow cells (amounts by year, whole francs). Every total "
        "follows; a changed cell turns bold and orange."),
    "cover.step3.title": ("3. Ajouter", "3. Add"),
    "cover.step3": (
        "Chaque action finit par une ligne de réserve jaune : écrivez-y une nouvelle activité, son "
        "code apparaît seul.",
        "Each action ends with a yellow reserve row: write a new activity there; its code appears "
        "by itself."),
    "cover.step4.title": ("4. Choisir", "4. Choose"),
    "cover.step4": (
        "Dans Paramètres : la part de l'Etat, et la base des totaux (Publiée, comme le document ; "
        "Recalculée, somme des activités).",
        "In Paramètres: the State's share, and the base of totals (published as the document, or "
        "computed as the sum of the activities)."),
    "cover.step5.title": ("5. Vérifier", "5. Check"),
    "cover.step5": (
        "La ligne d'état sous chaque titre doit dire que tout tient ; sinon, Contrôles dit quoi et "
        "où, Rapprochement explique chaque franc d'écart avec le document.",
        "The state under each title must say that everything holds; if not, Contrôles says what "
        "and where, and Rapprochement explains every franc."),
    "cover.legend": ("Légende", "Legend"),
    "cover.legend.input.sample": ("37 500 000", "37 500 000"),
    "cover.legend.input": (
        "Case à saisir : la seule que la protection laisse modifier.",
        "Input cell: the only kind that protection leaves open."),
    "cover.legend.base.sample": ("37 500 000", "37 500 000"),
    "cover.legend.base": (
        "Montant de base, tel que la matrice le portait quand ce classeur a été produit.",
        "Base amount, as the matrix had it when this workbook was made."),
    "cover.legend.changed.sample": ("40 000 000", "40 000 000"),
    "cover.legend.changed": (
        "Montant modifié depuis (gras et orangé ; le mot « modifié » en bout de ligne).",
        "Amount changed since (bold and orange; the word at the end of the row)."),
    "cover.legend.action.sample": ("Action", "Action"),
    "cover.legend.action": ("Total d'une action.", "Total of an action."),
    "cover.legend.subtotal.sample": ("Sous-total", "Subtotal"),
    "cover.legend.subtotal": (
        "Sous-total d'un objectif stratégique.", "Subtotal of a strategic objective."),
    "cover.legend.grand.sample": ("Total", "Total"),
    "cover.legend.grand": ("Total d'un axe ou du plan.", "Total of an axis or of the plan."),
    "cover.index": ("Feuilles", "Sheets"),
    "cover.index.Synthèse": (
        "Récapitulatif par axe et par année, parts de l'Etat et des partenaires, graphiques",
        "Totals by axis and year, the State's and partners' parts, charts"),
    "cover.index.Financement": (
        "Part de l'Etat et montant à mobiliser, par année et par axe",
        "The State's part and the amount to mobilise, by year and axis"),
    "cover.index.Rapprochement": (
        "Du total publié au total révisé : chaque franc d'écart expliqué",
        "From the published total to the live one: every franc explained"),
    "cover.index.Activités": (
        "Liste à plat de toutes les activités, à filtrer", "Flat list of activities, to filter"),
    "cover.index.Contrôles": (
        "Tous les contrôles du classeur, erreurs et alertes", "All checks, errors and alerts"),
    "cover.index.Paramètres": (
        "Part de l'Etat, base des totaux, noms définis", "State share, base of totals, names"),
    "cover.index.Sigles": ("Sigles et acronymes du document", "Acronyms of the document"),
    "cover.index.Empreinte": (
        "Identité du classeur et valeurs de contrôle", "Identity and control values"),
    "cover.provenance": ("Provenance", "Provenance"),
    "cover.made": ("Produit par", "Made by"),
    "cover.generator": ("générateur, version {version}", "generator, version {version}"),
    "cover.file": ("SHA-256 {sha256}", "SHA-256 {sha256}"),
    # feuilles d'axe
    "axis.sheet": ("Axe {code}", "Axe {code}"),
    "axis.title": ("Axe stratégique {code} : {title}", "Strategic axis {code}: {title}"),
    "axis.subtitle": (
        "Montants en {currency} · les totaux sont la somme des activités de cette feuille",
        "Amounts in {currency} · totals are the sum of this sheet's activities"),
    "axis.band.years": ("Budget par année en {currency}", "Budget by year in {currency}"),
    "axis.band.published": ("Document publié", "Published document"),
    "axis.band.base": ("Base : montants de la matrice à la production du classeur",
                       "Base: amounts of the matrix when the workbook was made"),
    "axis.band.marks": ("Repères", "Marks"),
    "axis.code": ("Code", "Code"),
    "axis.label": ("Activités", "Activities"),
    "axis.responsible": ("Structure responsable", "Responsible structure"),
    "axis.partners": ("Partenaires d'exécution", "Implementing partners"),
    "axis.total": ("TOTAL AXE {code}", "TOTAL AXIS {code}"),
    "axis.total_cost": ("Coût total", "Total cost"),
    "axis.published": ("Total publié", "Published total"),
    "axis.gap": ("Écart publié - calculé", "Gap published - computed"),
    "axis.base_total": ("Base coût total", "Base total cost"),
    "axis.base": ("Base {year}", "Base {year}"),
    "axis.changed": ("Modifié", "Changed"),
    "axis.nature": ("Nature", "Kind"),
    "axis.key": ("Clé", "Key"),
    "axis.sum": ("Ligne de total", "Total row"),
    "axis.line": ("Ligne connue", "Known row"),
    "axis.objective": ("Objectif {code}", "Objective {code}"),
    "axis.effect": ("Effet {code}", "Effect {code}"),
    "axis.indicator": ("Indicateur {code}", "Indicator {code}"),
    "axis.action": ("Action {code}", "Action {code}"),
    "axis.product": ("Produit {code}", "Output {code}"),
    "axis.subtotal": ("Sous-total OS {code}", "Subtotal SO {code}"),
    "axis.below": (
        "Fin de la feuille : un montant saisi plus bas fait rougir le contrôle.",
        "End of the sheet: an amount typed below turns the check red."),
    # saisies
    "input.amount.title": ("Montant de l'année", "Amount of the year"),
    "input.amount.message": (
        "Francs entiers, sans décimale ni signe moins. Vide = rien de prévu.",
        "Whole francs, no decimals, no minus sign. Blank = nothing planned."),
    "input.amount.error": (
        "Saisissez un nombre entier de francs, de 0 à 999 999 999 999 999, ou laissez vide.",
        "Type a whole number of francs, 0 to 999 999 999 999 999, or leave it blank."),
    "input.reserve.title": ("Ligne de réserve", "Reserve row"),
    "input.reserve.message": (
        "Pour une nouvelle activité : intitulé, structure responsable, partenaires, puis les "
        "montants par année. Le code apparaît seul.",
        "For a new activity: label, responsible structure, partners, then the amounts by year. "
        "The code appears by itself."),
    "input.reserve.error": (
        "Le texte dépasse 2 000 caractères.", "The text is longer than 2 000 characters."),
    "input.share.title": ("Part de l'Etat", "State share"),
    "input.share.message": (
        "Un pourcentage de 0 % à 100 %. La part des partenaires en est le complément.",
        "A percentage from 0 % to 100 %. The partners' share is the rest."),
    "input.share.error": ("Saisissez un pourcentage de 0 % à 100 %.",
                          "Type a percentage from 0 % to 100 %."),
    "input.base.title": ("Base des totaux", "Base of totals"),
    "input.base.message": (
        "Publiée : activités + écarts du document. Recalculée : activités seules.",
        "Published: activities + the document's gaps. Computed: activities alone."),
    "input.base.error": ("Choisissez un mot de la liste.", "Choose a word of the list."),
    # synthèse et financement
    "summary.title": (
        "Synthèse : récapitulatif du financement du plan", "Summary of the plan's financing"),
    "summary.subtitle": (
        "Montants en {currency} · les totaux suivent la base choisie dans Paramètres",
        "Amounts in {currency} · totals follow the base chosen in Paramètres"),
    "summary.axis": ("Feuille", "Sheet"),
    "summary.label": ("Axes stratégiques", "Strategic axes"),
    "summary.total": ("Coût total", "Total cost"),
    "summary.share": ("Part du total", "Share"),
    "summary.actions": ("Actions", "Actions"),
    "summary.activities": ("Activités", "Activities"),
    "budget.total": ("BUDGET TOTAL", "TOTAL BUDGET"),
    "budget.state": ("Part de l'Etat", "State's part"),
    "budget.partners": (
        "Montant à mobiliser auprès des partenaires", "Amount to mobilise from partners"),
    "bases.title": (
        "Les deux bases de totaux, et l'écart du document entre elles",
        "The two bases of totals, and the document's gap between them"),
    "bases.computed": (
        "Base recalculée : somme des activités", "Computed base: sum of the activities"),
    "bases.gaps": ("Écarts du document ({ids}), voir Rapprochement",
                   "The document's gaps ({ids}), see Rapprochement"),
    "bases.published": (
        "Base publiée : activités + écarts du document", "Published base: activities + gaps"),
    "bases.computed.state": ("Etat, base recalculée", "State, computed base"),
    "bases.computed.partners": ("Partenaires, base recalculée", "Partners, computed base"),
    "bases.published.state": ("Etat, base publiée", "State, published base"),
    "bases.published.partners": ("Partenaires, base publiée", "Partners, published base"),
    "chart.share.title": (
        "Répartition des coûts selon les axes stratégiques", "Costs by strategic axis"),
    "chart.share.alt": (
        "Graphique en secteurs : part de chaque axe dans le coût total. {plan}",
        "Pie chart: share of each axis in the total cost. {plan}"),
    "chart.years.title": ("Coût par année, par axe", "Cost by year, by axis"),
    "chart.years.alt": (
        "Histogramme empilé : coût de chaque année, par axe. {plan}",
        "Stacked columns: cost of each year, by axis. {plan}"),
    "chart.unit": ("millions de {currency}", "millions of {currency}"),
    "chart.financing.title": (
        "Part de l'Etat et montant à mobiliser, par année", "State and partners, by year"),
    "chart.financing.alt": (
        "Histogramme empilé : part de l'Etat et montant à mobiliser de chaque année. {plan}",
        "Stacked columns: the State's part and the amount to mobilise each year. {plan}"),
    "financing.title": (
        "Financement : Etat et partenaires", "Financing: State and partners"),
    "financing.subtitle": (
        "Montants en {currency} · Etat = total x part de l'Etat ; partenaires = total - Etat",
        "Amounts in {currency} · State = total x State share; partners = total - State"),
    "financing.axis": ("Feuille", "Sheet"),
    "financing.label": ("Financement", "Financing"),
    "financing.total": ("Coût total", "Total cost"),
    "financing.share": ("Part", "Share"),
    "financing.plan": ("Le plan, par année", "The plan, by year"),
    "financing.state": (
        "Part de l'Etat, par axe et par année", "The State's part, by axis and year"),
    "financing.state.total": ("Total de l'Etat", "Total of the State"),
    "financing.partners": (
        "Montant à mobiliser auprès des partenaires, par axe et par année",
        "Amount to mobilise from partners, by axis and year"),
    "financing.partners.total": ("Total des partenaires", "Total of the partners"),
    # rapprochement
    "bridge.title": (
        "Rapprochement : du total publié au total révisé", "From the published to the live total"),
    "bridge.subtitle": (
        "Montants en {currency} · Publié - écarts = Adopté ; + modifications validées = Base ; "
        "+ ajustements + lignes insérées = Révisé",
        "Amounts in {currency} · Published - gaps = Adopted; + validated = Base; + adjustments + "
        "inserted rows = Live"),
    "bridge.level": ("Niveau", "Level"),
    "bridge.key": ("Code", "Code"),
    "bridge.label": ("Intitulé ou explication", "Title or explanation"),
    "bridge.measure": ("Poste", "Item"),
    "bridge.total": ("Total", "Total"),
    "bridge.flag": ("Non expliqué", "Unexplained"),
    "bridge.gap_axis": ("Axe de l'écart", "Gap's axis"),
    "bridge.gap_objective": ("Objectif de l'écart", "Gap's objective"),
    "bridge.gap_action": ("Action de l'écart", "Gap's action"),
    "bridge.gaps": (
        "1. Écarts du document : total publié moins somme des activités adoptées, avec "
        "l'explication la plus probable",
        "1. The document's gaps: published minus sum of the adopted activities, with the likeliest "
        "explanation"),
    "bridge.gaps.total": ("Ensemble des écarts du document", "All gaps of the document"),
    "bridge.remarks": (
        "3. Remarques sur le document, sans effet sur les montants",
        "3. Remarks on the document, without effect on amounts"),
    "bridge.to_remarks": ("Remarques sur le document ↓", "Remarks on the document ↓"),
    "bridge.remark": ("remarque", "remark"),
    "bridge.bridges": (
        "2. Ponts du plan, des axes, des objectifs et des actions",
        "2. Bridges of the plan, axes, objectives and actions"),
    "bridge.see": ("{ids} : voir la section 1", "{ids}: see section 1"),
    "bridge.measure.published": ("Publié", "Published"),
    "bridge.measure.gaps": ("- Écarts du document", "- Document's gaps"),
    "bridge.measure.adopted": ("= Adopté", "= Adopted"),
    "bridge.measure.unexplained": ("Non expliqué", "Unexplained"),
    "bridge.measure.validated": ("+ Modifications validées", "+ Validated changes"),
    "bridge.measure.base": ("= Base", "= Base"),
    "bridge.measure.adjusted": ("+ Ajustements", "+ Adjustments"),
    "bridge.measure.inserted": ("+ Lignes insérées", "+ Inserted rows"),
    "bridge.measure.live": ("= Révisé", "= Live"),
    # activités
    "activities.title": ("Activités : la liste à plat", "Activities: the flat list"),
    "activities.subtitle": (
        "Montants en {currency} · lecture seule : les montants se saisissent sur les feuilles d'axe",
        "Amounts in {currency} · read only: amounts are typed on the axis sheets"),
    "activities.code": ("Code", "Code"),
    "activities.axis": ("Axe", "Axis"),
    "activities.objective": ("Objectif", "Objective"),
    "activities.action": ("Action", "Action"),
    "activities.label": ("Activité", "Activity"),
    "activities.responsible": ("Structure responsable", "Responsible structure"),
    "activities.partners": ("Partenaires d'exécution", "Implementing partners"),
    "activities.total": ("Coût total", "Total cost"),
    "activities.nature": ("Nature", "Kind"),
    "activities.count": ("Compte", "Count"),
    "activities.adopted_total": ("Adopté coût total", "Adopted total cost"),
    "activities.adopted": ("Adopté {year}", "Adopted {year}"),
    "activities.axis_total": ("Total de la liste, axe {code}", "Total of the list, axis {code}"),
    "activities.plan_total": ("Total de la liste", "Total of the list"),
    # contrôles
    "checks.title": ("Contrôles", "Checks"),
    "checks.subtitle": (
        "0 = le contrôle tient, 1 = à corriger ou à examiner · les écarts s'affichent en francs "
        "ou en nombre",
        "0 = the check holds, 1 = to mend or to look at · differences in francs or in number"),
    "checks.num": ("N°", "No."),
    "checks.sheet": ("Feuille", "Sheet"),
    "checks.label": ("Contrôle", "Check"),
    "checks.kind": ("Classe", "Class"),
    "checks.total": ("Écart", "Difference"),
    "checks.result": ("Résultat", "Result"),
    "checks.state": ("État", "State"),
    "checks.remedy": ("Que faire", "What to do"),
    "checks.balance": ("Bilan", "Balance"),
    "checks.list": ("Tous les contrôles", "All checks"),
    "checks.total_count": (
        "Ensemble du classeur (Controle_General, Alertes)", "The whole workbook"),
    "checks.count_of": (
        "Contrôles en erreur et alertes levées de la feuille",
        "Failing checks and raised alerts of the sheet"),
    "check.complete": (
        "Tout montant de la feuille est dans un bloc et dans le total",
        "Every amount of the sheet is in a block and in the total"),
    "check.complete.remedy": (
        "Un montant est saisi hors des blocs d'activités : déplacez-le dans une ligne d'activité.",
        "An amount stands outside the blocks: move it to an activity row."),
    "check.listed": (
        "Les lignes de la feuille égalent la liste Activités",
        "The sheet's rows equal the list Activités"),
    "check.listed.remedy": (
        "Un lien de la feuille Activités est rompu : reprenez une copie saine du classeur.",
        "A link of Activités is broken: take a sound copy of the workbook."),
    "check.across": (
        "Les coûts totaux des lignes égalent la somme des années",
        "The rows' total costs equal the sum of the years"),
    "check.across.remedy": (
        "Un coût total a été écrasé : rétablissez sa formule.",
        "A total cost was typed over: restore its formula."),
    "check.frozen": ("La base égale la matrice d'origine", "The base equals the source matrix"),
    "check.frozen.remedy": (
        "Une colonne de base a été modifiée : reprenez une copie saine du classeur.",
        "A base column was changed: take a sound copy of the workbook."),
    "check.texts": ("Aucun montant n'est du texte", "No amount is a text"),
    "check.texts.remedy": (
        "Ressaisissez le montant en chiffres, sans espace ni unité.",
        "Type the amount again in digits, without space or unit."),
    "check.negative": ("Aucun montant n'est négatif", "No amount is negative"),
    "check.negative.remedy": (
        "Ressaisissez le montant sans signe moins.", "Type the amount again without a minus."),
    "check.inserted": (
        "Lignes insérées (+) ou supprimées (-) depuis la production",
        "Rows inserted (+) or deleted (-) since the workbook was made"),
    "check.inserted.remedy": (
        "Ces lignes comptent dans les totaux mais pas dans Activités : préférez la réserve.",
        "These rows count in the totals but not in Activités: prefer the reserve rows."),
    "check.changed": (
        "Activités dont un montant diffère de la base", "Activities that differ from their base"),
    "check.changed.remedy": (
        "Information : ce sont vos ajustements, voir la colonne « Modifié ».",
        "For information: these are your adjustments, see the column of marks."),
    "check.costless": (
        "Activités sans aucun montant et non PM", "Activities without any amount and not PM"),
    "check.costless.remedy": (
        "Vérifiez que l'activité est bien sans coût, ou rendez-lui son montant.",
        "Make sure that the activity costs nothing, or give it its amount back."),
    "check.adopted": (
        "Les montants adoptés égalent ceux de la source", "Adopted amounts equal the source's"),
    "check.adopted.remedy": (
        "Une colonne « Adopté » a été modifiée : reprenez une copie saine du classeur.",
        "An adopted column was changed: take a sound copy of the workbook."),
    "check.counted": (
        "Toutes les activités de la matrice sont comptées", "All the matrix's activities count"),
    "check.counted.remedy": (
        "Le code d'une activité a été effacé : rétablissez-le.",
        "The code of an activity was erased: restore it."),
    "check.added": (
        "Activités ajoutées dans les lignes de réserve", "Activities added in reserve rows"),
    "check.added.remedy": (
        "Information : elles comptent dans tous les totaux.",
        "For information: they count in every total."),
    "check.unexplained": (
        "Publié - écarts du document = Adopté, à chaque niveau et chaque année (nombre de ponts "
        "non expliqués)",
        "Published - gaps = adopted, at each level and year (number of unexplained bridges)"),
    "check.unexplained.remedy": (
        "Filtrez « Non expliqué » sur Rapprochement. Si matrice.csv a été modifié à la main : "
        "rétablissez-le, ou gardez la version adoptée dans matrice_adoptee.csv.",
        "Filter the unexplained rows. If matrice.csv was edited by hand: restore it, or keep the "
        "adopted version in matrice_adoptee.csv."),
    "check.bridged": (
        "Adopté + modifications validées = Base", "Adopted + validated changes = base"),
    "check.bridged.remedy": (
        "Un total de base est faux sur une feuille d'axe : reprenez une copie saine.",
        "A base total is wrong on an axis sheet: take a sound copy."),
    "check.inserted_amounts": (
        "Montant des lignes insérées, inconnues d'Activités",
        "Amount of inserted rows, unknown to Activités"),
    "check.inserted_amounts.remedy": (
        "Ces montants comptent dans les totaux ; reportez-les dans une ligne de réserve.",
        "These amounts count in the totals; move them to a reserve row."),
    "check.summed": (
        "Synthèse = axes + écarts du document s'ils sont inclus", "Summary = axes + included gaps"),
    "check.summed.remedy": (
        "Une formule de Synthèse a été écrasée, ou la base des totaux est inconnue.",
        "A formula of the summary was typed over, or the base of totals is unknown."),
    "check.summary_across": (
        "Synthèse : total = somme des années", "Summary: total = sum of the years"),
    "check.summary_across.remedy": (
        "Une formule de Synthèse a été écrasée.", "A formula of the summary was typed over."),
    "check.shares": ("Les parts des axes font 100 %", "The shares of the axes make 100 %"),
    "check.shares.remedy": (
        "Une formule de part a été écrasée sur Synthèse.", "A share was typed over."),
    "check.parts": (
        "Part de l'Etat + partenaires = total, par année", "State + partners = total, by year"),
    "check.parts.remedy": (
        "Vérifiez la part de l'Etat dans Paramètres et les formules de Financement.",
        "Check the State share in Paramètres and the formulas of Financement."),
    "check.state_by_axis": (
        "La part de l'Etat égale la somme de celles des axes",
        "The State's part equals the sum of the axes'"),
    "check.state_by_axis.remedy": (
        "Une formule de Financement a été écrasée.", "A formula of Financement was typed over."),
    "check.partners_by_axis": (
        "Le montant à mobiliser égale la somme de ceux des axes",
        "The amount to mobilise equals the sum of the axes'"),
    "check.partners_by_axis.remedy": (
        "Une formule de Financement a été écrasée.", "A formula of Financement was typed over."),
    "check.like_summary": (
        "Financement et Synthèse donnent la même part de l'Etat",
        "Financement and Synthèse give the same State's part"),
    "check.like_summary.remedy": (
        "Une formule de Financement ou de Synthèse a été écrasée.",
        "A formula of Financement or of Synthèse was typed over."),
    # paramètres
    "parameters.title": ("Paramètres", "Parameters"),
    "parameters.subtitle": (
        "Les cases jaunes pilotent tout le classeur", "The yellow cells drive the workbook"),
    "parameters.name": ("Nom", "Name"),
    "parameters.label": ("Signification", "Meaning"),
    "parameters.value": ("Valeur", "Value"),
    "parameters.note": ("Remarque", "Note"),
    "parameters.bases": ("Bases de totaux", "Bases of totals"),
    "parameters.words": (
        "Mots que les formules affichent ou comparent", "Words that formulas show or compare"),
    "parameters.word": ("mot", "word"),
    "parameters.names": ("Noms définis", "Defined names"),
    "base.published": ("Publiée", "Published"),
    "base.published.label": (
        "Montants des activités + écarts du document", "Activities + the document's gaps"),
    "base.published.note": (
        "Retrouve les totaux imprimés dans le document adopté.",
        "Gives the totals printed in the adopted document."),
    "base.computed": ("Recalculée", "Computed"),
    "base.computed.label": ("Montants des activités seuls", "Activities alone"),
    "base.computed.note": (
        "La somme arithmétique de la matrice.", "The arithmetic sum of the matrix."),
    "name.Part_Etat": ("Part de l'Etat dans le financement", "State's share of the financing"),
    "name.Part_Etat.note": (
        "Les parts ne sont pas arrondies.", "Shares are not rounded."),
    "name.Part_Partenaires": (
        "Part à mobiliser auprès des partenaires (1 - part de l'Etat)", "Partners' share"),
    "name.Part_Partenaires.note": ("Calculée.", "Computed."),
    "name.Base_Totaux": (
        "Base des totaux de Synthèse et de Financement", "Base of totals of Synthèse, Financement"),
    "name.Base_Totaux.note": (
        "Publiée : comme le document. Recalculée : somme des activités.",
        "Published: as the document. Computed: sum of the activities."),
    "name.Ecarts_Inclus": (
        "1 si les écarts du document sont inclus, 0 sinon", "1 if the gaps are included, else 0"),
    "name.Ecarts_Inclus.note": (
        "Lue une fois dans la table ci-dessous ; un mot inconnu donne une erreur visible.",
        "Read once from the table below; an unknown word gives a visible error."),
    "name.Marque_PM": (
        "Mot affiché pour une activité sans coût (pour mémoire)", "Word of a costless activity"),
    "name.Marque_PM.note": (
        "Une activité PM à laquelle on donne un montant compte aussitôt.",
        "A PM activity that is given an amount counts at once."),
    "name.Tolerance": ("Tolérance des contrôles, en francs", "Tolerance of the checks, in francs"),
    "name.Tolerance.note": ("Un demi-franc.", "Half a franc."),
    "name.Total_Plan": ("Total du plan, selon la base choisie", "The plan's total"),
    "name.Total_Etat": ("Part de l'Etat, en francs", "State's part, in francs"),
    "name.Total_Partenaires": ("Montant à mobiliser, en francs", "Partners' part, in francs"),
    "name.Controle_General": (
        "Nombre de contrôles en erreur : 0 = tout tient", "Number of failing checks: 0 = all holds"),
    "name.Alertes": ("Nombre d'alertes levées", "Number of raised alerts"),
    # sigles
    "acronyms.title": ("Sigles et acronymes", "Acronyms"),
    "acronyms.subtitle": ("Tels que le document les donne", "As the document gives them"),
    "acronyms.short": ("Sigle", "Acronym"),
    "acronyms.long": ("Signification", "Meaning"),
    # empreinte
    "stamp.title": ("Empreinte", "Stamp"),
    "stamp.subtitle": (
        "Identité du classeur : ne rien modifier ici, l'import s'en sert",
        "Identity of the workbook: change nothing here, the import needs it"),
    "stamp.item": ("Rubrique", "Item"),
    "stamp.label": ("Signification", "Meaning"),
    "stamp.text": ("Valeur", "Value"),
    "stamp.total": ("Total ou nombre", "Total or number"),
    "stamp.identity": ("Identité", "Identity"),
    "stamp.plan": ("Plan", "Plan"),
    "stamp.periode": ("Période", "Period"),
    "stamp.format": ("Version du format du classeur", "Version of the workbook's format"),
    "stamp.generateur": ("Version du générateur", "Version of the generator"),
    "stamp.files": ("Fichiers de la source (SHA-256)", "Source files (SHA-256)"),
    "stamp.records": ("{count} enregistrements", "{count} records"),
    "stamp.controls.base": (
        "Totaux de contrôle de la base, pris directement dans matrice.csv",
        "Control totals of the base, taken straight from matrice.csv"),
    "stamp.controls.adopted": (
        "Totaux de contrôle du plan adopté", "Control totals of the adopted plan"),
    "stamp.base": ("Base", "Base"),
    "stamp.adopted": ("Adopté", "Adopted"),
    "stamp.counts": ("Nombres de lignes", "Row counts"),
    "stamp.activities": ("Activités de la matrice", "Activities of the matrix"),
    "stamp.rows": ("Lignes surveillées de la feuille", "Watched rows of the sheet"),
    "stamp.starting": ("Valeurs de départ des saisies", "Starting values of the inputs"),
}
