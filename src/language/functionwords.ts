/**
 * The closed classes of Dutch words. Where two words stand without a space between them, one of them nearly always is
 * one of these; two content words would be a compound.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const ARTICLES = list("de het een deze dit die dat elk elke alle geen hun haar zijn");
export const PREPOSITIONS = list(
  "van in aan met op voor door bij uit over om naar tot te onder tegen tussen zonder binnen buiten na per sinds vanaf volgens naast langs achter wegens ondanks dankzij behalve tijdens via rond vanuit",
);
export const CONJUNCTIVES = list(
  "en of als dat dan maar ook die omdat zodat zodra indien wanneer terwijl voordat nadat tenzij hoewel want doordat totdat mits",
);
export const PRONOUNS = list("zij ze hij wij er het dit dat die men wie");
export const AUXILIARIES = list(
  "is zijn wordt worden werd werden kan kunnen moet moeten zal zullen mag mogen heeft hebben wil willen",
);

/** The words that hold a sentence together: not only the classes above. */
export const FUNCTION_WORDS = list(
  "de het een en of van dat die dit deze ze zij hij wij er is zijn wordt worden werd kan kunnen moet moeten zal zullen heeft hebben naar met tot als dan maar ook hun haar zich om te door voor bij op in uit aan over onder tussen tegen zonder binnen buiten elke elk alle nog wel niet geen wat wie waar hoe welke mag mogen ik je jij u we ons onze uw mijn toch dus want omdat zodat indien toen hier daar was waren had hadden ben bent zou zouden wanneer terwijl tijdens volgens via per sinds rond vanuit zoals iets iemand andere ander eigen zelf meer zeer veel hem" +
    " waarbij waarin daarbij hierbij erop eraan ervan erin ermee ervoor erover eruit erbij ertoe daarop daaraan daarvan daarin daarmee daarvoor daarover daaruit daarbij hierop hieraan hiervan hierin hiermee hiervoor hierover hierbij waarop waaraan waarvan waarin waarmee waarvoor waarover waarbij",
);

/** Adverbs and pronouns besides. */
export const ADVERBS = list(
  "al nu af mee zo u me hen wel niet nog al dan hoe wat welke waar waarom waardoor nooit altijd vaak soms meestal steeds alleen samen eerst daarna vervolgens daarnaast daardoor daarom elkaar zichzelf hem mij iemand niemand alles niets enkele sommige beide veel weinig meer minder heel erg zelfs bijna vooral alvast achteraf vooraf direct gelijk terug weer thuis verder echter immers bovendien eventueel zowel",
);

/** Numbers in words: closed too, but compounds begin with them ("tweewekelijks"). */
export const NUMBERS = list("één twee drie vier vijf zes zeven acht negen tien twaalf twintig honderd duizend");

/** First parts of verbs that can be parted ("terugvertalen"), and of the nouns made of them. */
export const SEPARABLE = list(
  "voor op in uit aan over onder tussen tegen binnen buiten door bij om te tot ten zonder na af mee toe terug neder neer weg samen vooruit achter rond los vast vrij bijeen voort heen tegemoet thuis niet zelf her mis vol",
);

/** After a hyphen these stand for the rest of a compound that follows: "woon- en leefsituatie". */
export const CONJUNCTIONS = list("en of dan tot t/m als noch resp respectievelijk c.q cq");

/** Common words that English has and Dutch has not: where two of them stand near, the passage is English. */
export const ENGLISH = list(
  "the and for with from that this are were not but its their which who how what when your our they she his him her all any will would should about into than then there these those other such between through during before after without within to it be you because while where did does could might must same both many very much first just each used using also only an as at if",
);
