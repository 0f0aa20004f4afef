/** Lower-cased, without the last full stop. English first, then what German, French and Spanish add. */
const words = (list: string) => new Set(list.split(' '));

/** A sentence never ends here when something follows: a name or a word always does. */
export const NEVER_LAST = words(
  'mr mrs ms dr prof gen sen rep lt col sgt capt cmdr adm maj gov pres hon rev vs e.g i.e cf viz ' +
    'messrs supt dept approx sgts brig cpl pvt fr ven esp ' +
    'z.b d.h u.a bzw vgl evtl ggf inkl sog dipl ing ' +
    'mme mlle mgr srta dra sra ee',
);

/** Followed by a number the sentence goes on (`No. 5`, `Jan. 5`); otherwise it may end here. */
export const BEFORE_NUMBER = words(
  'no nos nr fig figs p pp vol vols ch chap sec art par para eq eqs ver op abs bd kap ca c ct rs ' +
    'hwy rte tel ext max min núm pág ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** A sentence may end here: only a word that opens sentences shows that it does. */
export const MAY_BE_LAST = words(
  'st ste mt ft jr sr esq inc co ltd corp bros plc llc etc al ave blvd rd str usw uu cie ph.d',
);

/** German month names and nouns that an ordinal number stands before (`am 3. März`). */
export const AFTER_ORDINAL = words(
  'januar jänner februar märz april mai juni juli august september oktober november dezember ' +
    'jahrhundert jahrhunderts jahrhunderten',
);

/** Capitalised, these open a sentence rather than go on with a name (`the U.S. The next day`). */
export const SENTENCE_OPENERS = words(
  'the a an this that these those he she it they we i you his her its their our my your ' +
    'in on at by for from with to of as if when while after before since until because although ' +
    'though during under over but and or so yet then there here however still also now ' +
    'what who whom whose which why how where not no nobody none nothing some many most much few ' +
    'all both each every any another others one two three several according despite instead ' +
    'meanwhile moreover later soon today yesterday once ' +
    'der die das ein eine er sie es wir und aber ' +
    'le la les un une il elle ils elles et mais ' +
    'el los las una y pero',
);

/** Verbs that follow a quoted question or exclamation: `"Why now?" Rubio asked.` */
export const REPORTING_VERBS = words(
  'said says asked asks replied replies answered answers shouted cried called added adds wrote ' +
    'writes told tells whispered wondered wonders exclaimed demanded demands yelled screamed ' +
    'muttered murmured joked insisted began continued recalled',
);
