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
  P: `typen overtypen ramp drama stuk kapot lastig- moeilijk- moeite onduidelijk- traag stress- -druk klagen kwijt- verloren vergeten
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
  R: `-medewerker -personeel -team -collega -klant -patient -client -bewoner -inwoner -burger -leerling
    -student -ouder -docent -leraar -leerkracht -vrijwilliger -verpleegkundige -verzorgende -mantelzorger
    -arts -therapeut -bestuur -beheerder -gast -lid leden raadsleden -deelnemer -sollicitant -leverancier
    -monteur -leider -leidinggevende directie -coordinator hr -werknemer stagiaire- mensen kind kinderen
    -jongere familie- gezin gezinnen -afdeling -organisatie bedrijven gemeente- scholen -ploeg uitzendkracht-
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
  K: `weten weet zien inzicht samenwerk- hoogte duidelijk- helpen horen`,
  // the past
  X: `was waren werd werden had kwam`,
  // with own, private or shadow before them, a workaround
  O: `-telefoon -laptop -account -bureaublad computer -lijst -bestand schrift- map mappen -nummer -mail
    mailbox agenda gsm toestel tablet- -database mailprogramma`,
  // consumer tools and home-made files: with a word of use, a workaround
  0: `-whatsappgroep whatsapp-groep -whatsapp excel- excellijst- -spreadsheet dropbox gmail hotmail facebook- messenger wetransfer trello-
    chatgpt google -schriftje schrift geeltjes privemail privetelefoon appen access privenummer schaduw-
    instagram`,
  // soon
  Y: `vanavond vandaag morgen morgenochtend vanmiddag vanmorgen vanochtend vannacht middernacht`,
  // nice, but what does it mean?
  V: `gebruiksvriendelijk- beter betere sneller makkelijker duidelijker professionel- slimmer toegankelijk-
    verbeter- goed zichtbaar- ontwerp`,
  // at the end of one's tether
  F: `alweer spuugzat kotsbeu beu belachelijk schande woest razend pff aargh triest janken gillen waardeloos
    ongelooflijk hopeloos horendol doodmoe haat knettergek frustrerend gefrustreerd poppenkast smoesjes
    hemelsnaam godsnaam kleuters balen baal zoveelste kastje gek puinhoop bende`,
  // worth in itself
  T: `-heid betrokken- samenwerk- verbinding- inzicht communicatie tijd fouten telefoontjes antwoord werk
    ruimte`,
  // many and few
  9: `veel sommige helft verschillende drie twee andere`,
  // what leads to what
  4: `leiden daardoor zorgt maakt maken omdat`,
  // what is on a screen
  2: `-knop -scherm -pagina -veld -link -filter -export -mail inzien -lijst -dashboard -bestand tonen`,
  // out of order
  J: `uitgevallen plat offline gecrasht crasht eruit oververhit bevroren gesprongen gestopt stuk lekt
    stroomstoring geweigerd mislukt zwart storing`,
  // at once
  Q: `asap onmiddellijk gaslucht`,
  // what waits or is about to happen
  L: `wachten wachtrij sluit begint start vertrekt vertrekken vlucht deadline inspectie examen zitting audit
    live lonen balie uiterlijk verloopt samenkomt baby's indienen verliezen`,
  // ways to help oneself
  Z: `schaduw- geeltje- schriftje- privemail- prive-gsm priveaccount- priveadres- whatsappgroep- appgroep-
    groepsapp facebookgroep- excelletje- wetransfer kaartenbak google-formulier access-databankje trello-bord
    telegramchat gmailadres usb-stick privetelefoon geeltjes omzeil- appen privetoestel-`,
};
