/** Why a file could not be read, in Dutch; the library's own line stays beside it. */

/** Beginnings of the library's lines; what a line says of one row or pair stands in its own words beside it. */
const REASONS: readonly (readonly [begins: string, dutch: string])[] = [
  ["the file is empty", "Het bestand is leeg."],
  ["the file holds no text", "Er staat geen tekst in het bestand."],
  ["a PDF without text", "Deze PDF is een scan zonder tekst. Laat eerst de tekst herkennen (OCR) en kies dan die PDF."],
  [
    "a PDF whose fonts",
    "In deze PDF is niet te zien welke letters er staan. Laat de tekst herkennen (OCR) en kies dan die PDF.",
  ],
  ["an encrypted PDF", "Deze PDF heeft een wachtwoord. Open hem daarmee en sla hem zonder wachtwoord op."],
  ["a broken PDF", "Deze PDF is beschadigd. Sla hem opnieuw op, of download hem opnieuw."],
  ["a PDF of more than", "Deze PDF heeft te veel bladzijden. Splits hem."],
  ["a PDF with streams", "Deze PDF is zo ingepakt dat hij niet te lezen is. Bewaar of druk hem opnieuw af als PDF."],
  ["a broken Word document", "Dit Word-document is beschadigd. Sla het opnieuw op."],
  ["a broken Excel workbook", "Dit Excel-bestand is beschadigd. Sla het opnieuw op."],
  ["a broken zip file", "Dit bestand is beschadigd. Sla het opnieuw op, of download het opnieuw."],
  ["a zip file with a password", "Dit bestand heeft een wachtwoord. Sla het zonder wachtwoord op."],
  [
    "a zip file that holds no",
    "In dit zip-bestand zit geen Word- of Excel-document. Pak het uit en kies wat erin zit.",
  ],
  ["a zip file", "Dit zip-bestand is niet te lezen. Pak het uit en kies wat erin zit."],
  [
    "an encrypted Office document",
    "Dit Office-document heeft een wachtwoord. Open het daarmee en sla het zonder wachtwoord op.",
  ],
  ["an old Word", "Dit is een oud Word-bestand (.doc). Sla het op als DOCX of PDF en kies dat."],
  ["an old Excel", "Dit is een oud Excel-bestand (.xls). Sla het op als XLSX of CSV en kies dat."],
  ["an old PowerPoint", "Dit is een oud PowerPoint-bestand. Sla het op als PDF en kies dat."],
  ["an old Office file", "Dit is een oud Office-bestand. Sla het op als DOCX of PDF en kies dat."],
  ["an OpenDocument spreadsheet", "Dit is een OpenDocument-rekenblad. Sla het op als XLSX of CSV en kies dat."],
  ["an OpenDocument", "Dit is een OpenDocument-bestand. Sla het op als DOCX of PDF en kies dat."],
  ["an e-book", "Dit is een e-boek. Sla het op als PDF of HTML en kies dat."],
  ["an RTF document", "Dit is een RTF-document. Sla het op als DOCX of PDF en kies dat."],
  ["an Apple", "Dit is een bestand van Pages of Numbers. Sla het op als DOCX of PDF en kies dat."],
  ["a PowerPoint file", "Dit is een PowerPoint-bestand. Sla het op als PDF en kies dat."],
  ["a PostScript file", "Dit is een PostScript-bestand. Sla het op als PDF en kies dat."],
  [
    "a binary Excel",
    "Dit is een Excel-bestand van een soort (.xlsb) die niet wordt gelezen. Sla het op als XLSX of CSV en kies dat.",
  ],
  ["a picture", "Dit is een plaatje, zonder tekst. Laat eerst de tekst herkennen (OCR) en kies dan dat bestand."],
  ["a packed file", "Dit is een ingepakt bestand. Pak het uit en kies wat erin zit."],
  [
    "a web page saved as one file",
    "Dit is een webpagina in één bestand (MHTML). Sla haar op als HTML of PDF en kies dat.",
  ],
  ["not text", "Dit is geen tekst, of tekst in een onbekende tekenset. Sla het op als UTF-8, DOCX of PDF."],
  ["more than", "Er staat meer tekst in dan dit programma in één keer leest (10 MB). Splits het bestand."],
  ["it unpacks to more", "Uitgepakt is dit bestand te groot om te lezen. Splits het."],
  ["the table has no text column", "De tabel heeft geen kolom met tekst. Noem één kolom in de eerste rij “tekst”."],
  ["no sheet is a statement list", "Geen werkblad heeft een kolom met tekst. Noem één kolom in de eerste rij “tekst”."],
  ["no table: give", "Dit is geen tabel. Kies een bestand in CSV, TSV of XLSX."],
  [
    "no sheet of the workbook is a table",
    "Geen werkblad heeft een kolom met id’s. Noem één kolom in de eerste rij “id”.",
  ],
  ["the column ", "In de tabel staat een kolom twee keer. Geef elke kolom een eigen naam."],
  ["the table has no rows", "Onder de eerste rij van de tabel staat niets."],
  ["the table is malformed", "De tabel is niet goed opgebouwd, bijvoorbeeld door een aanhalingsteken dat niet sluit."],
  ["the id ", "In de tabel staat een id twee keer. Geef elke rij een eigen id."],
  ["line ", "Een rij van de tabel is niet goed. Kijk naar de regel die hiernaast wordt genoemd."],
  ["marks nested", "Dit is geen document dat te lezen is: de opmaak is te diep genest."],
  ["a corpus made with other settings", "Dit corpus is met andere instellingen gemaakt. Maak het opnieuw."],
  ["a corpus", "Dit corpus is niet te lezen. Maak het opnieuw met “ankerpunt parse”."],
  ["corpora made", "Deze corpora zijn met andere instellingen gemaakt. Maak ze opnieuw."],
  ["not a valid corpus", "Dit corpus is niet te lezen. Maak het opnieuw met “ankerpunt parse”."],
  ["not valid JSON", "Dit is geen goed JSON-bestand. Kies een bestand met besluiten dat op deze site is bewaard."],
  ["no decisions", "Dit is geen bestand met besluiten. Kies een bestand dat op deze site is bewaard."],
  ["the schema is not", "Dit is een JSON-bestand van een andere soort. Kies een bestand met besluiten."],
  ["there is no column", "De tabel mist een kolom. Een tabel met besluiten heeft de kolommen a, b en besluit."],
  [
    "decisions beside labels",
    "Het ene bestand heeft besluiten en het andere labels. Kies twee bestanden van dezelfde soort.",
  ],
  [
    "labels of one person",
    "In dit bestand staan de labels van één persoon. Kies twee bestanden, of een met twee kolommen.",
  ],
  ["no gold", "Dit zijn geen besluiten en geen labels. Een tabel heeft de kolommen a, b en besluit, of id en label."],
  ["decision ", "Een besluit in dit bestand is niet goed. Kijk naar het besluit dat hieronder wordt genoemd."],
  ["JSON that is no corpus", "Dit is een JSON-bestand van een andere soort. Kies de uitvoer van “ankerpunt parse”."],
  ["JSON with schema", "Dit is een JSON-bestand van een andere soort. Kies de uitvoer van “ankerpunt parse”."],
];

/** The reason in Dutch; a general line for one that is not known here. */
export function reasonInDutch(reason: string): string {
  if (/ is both \w[\w-]* and |is marked no-match$/.test(reason))
    return "Twee besluiten in dit bestand spreken elkaar tegen.";
  return REASONS.find(([begins]) => reason.startsWith(begins))?.[1] ?? "Dit bestand kan niet worden gelezen.";
}
