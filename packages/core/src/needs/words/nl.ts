/**
 * The Dutch words behind the tags, of the Netherlands and of Belgium, to read and to extend. Not shipped:
 * `test/needs/fit.ts` packs them into `nl-data.ts`.
 *
 * `word` is that word only; `word-` also its other forms; `-word` also every compound that ends so ("prijslijsten").
 */
export const words: Readonly<Record<string, string>> = {
  // things that are built, bought or changed, also names of tools and words for "a possibility"
  A: `-systeem -dashboard -portaal -formulier -intranet -website -pagina -knop -scherm -veld -filter -export
    -koppeling -database -sjabloon -checklist -widget -tool -kanaal -nieuwsbrief -melding -lijst -link
    -printer -scanner -laptop -telefoon -bestand -mail -nummer -mogelijkheid -foto teams sharepoint -whatsapp
    google optie- functie-`,
  // wishes
  W: `wil willen graag nodig wens- verzoek- aub alsjeblieft liever hopen voorstel- zoek zoeken gelieve stel
    vragen`,
  // verbs for building, buying and for what a system does
  B: `toevoeg- koppel- maken vervang- aangepast tonen verwijder- exporteren automatisch inzien zichtbaar
    aanbied- gebruik- geef krijgen zetten`,
  // what hurts
  P: `-fout probleem- problemen gedoe -wachttijd -chaos mis vast ellende dubbele zoek typen overtypen ramp drama stuk kapot lastig- moeilijk- moeite onduidelijk- traag stress- -druk klagen kwijt- verloren vergeten
    ontbreken gebrek- onvoldoende dubbel- -vertraging verdwijn- -storing slecht- niks weg langs verkeerd- leeg
    lege ongeluk- alleen pas kapotte vol nooit achter eruit haakte`,
  // how it should be: comparatives and the like
  C: `minder sneller makkelijker gemakkelijk- eenvoudiger beter betere duidelijker kortere lagere meer slimmer
    makkelijk snel goed gelijk- gerust`,
  // verbs of change
  G: `verminder- verlag- verbeter- voorkom- bespaar- vergroten optimaliser- verbind- blijven scheelt helpen`,
  // negations
  N: `niet geen nooit zonder niks niets nergens nauwelijks zelden weinig niemand`,
  // roles and groups
  R: `gebruiker gebruikers chauffeur- -respondent concierge- aanvrager- huisarts- -bezoeker ambtena- -kracht
    -medewerker -personeel -team -collega -klant -patient -client -bewoner -inwoner -burger -leerling
    -student -ouder -docent -leraar -leerkracht -vrijwilliger -verpleegkundige -verzorgende -mantelzorger
    -arts -therapeut -bestuur -beheerder -gast -lid leden raadsleden -deelnemer -sollicitant -leverancier
    -monteur -leider -leidinggevende directie -coordinator hr -werknemer stagiaire- mensen kind kinderen
    -jongere familie- gezin gezinnen -afdeling -organisatie bedrijven gemeente- scholen -ploeg
    -nabestaande planners`,
  // modal verbs
  M: `kan kunnen kunt kon konden moet moeten moest moesten mag mogen zou zouden hoeft hoeven hoef dient kun`,
  // the requester
  I: `ik wij we ons onze mijn me mij mn`,
  // others, never by name or role
  H: `ze zij hij je hun hen u uw haar jullie men ge iedereen wie`,
  // now, always, again
  S: `nu steeds vaak soms weer elke elk meestal al alweer sinds`,
  // units and moments of time
  U: `uur minuten dag weken jaar keer -dienst`,
  // knowing, seeing and doing together
  K: `weten weet zien inzicht overzicht zicht samenwerk- hoogte duidelijk- helpen horen`,
  // the past
  X: `was waren werd werden had kwam`,
  // nice, but what does it mean?
  V: `gebruiksvriendelijk- beter betere sneller makkelijker duidelijker professionel- slimmer toegankelijk-
    verbeter- goed zichtbaar- ontwerp`,
  // worth in itself
  T: `-heid betrokken- samenwerk- verbinding- inzicht communicatie tijd antwoord werk
    ruimte`,
  // many and few
  9: `veel sommige helft verschillende drie twee andere`,
  // what leads to what
  4: `leiden daardoor zorgt maakt maken omdat`,
  // what is on a screen
  2: `-knop -scherm -pagina -veld -link -filter -export -mail inzien -lijst -dashboard -bestand tonen`,
};

/** Words and pairs that tell a tone by themselves: they start with a weight that is enough. Labelled sentences correct it. */
export const tones = {
  frustration: `spuugzat kotsbeu beu belachelijk schande schandalig razend pff aargh waardeloos ongelooflijk hopeloos
    knettergek frustrerend gefrustreerd poppenkast smoesjes hemelsnaam godsnaam onacceptabel zoveelste gek_van moe_van
    klaar_mee het_zat helemaal_zat laat_maar puinhoop`,
  urgency: `asap onmiddellijk dringend vandaag_nog met_spoed direct_nodig ligt_plat ligt_eruit staat_stil noodgeval
    uiterlijk`,
  workaround: `omzeilen geeltjes schriftje privemail privetelefoon eigen_excel eigen_lijst eigen_lijstje appgroep whatsappgroep dropbox gmail
    wetransfer usb-stick overtypen zelfgemaakt`,
};
