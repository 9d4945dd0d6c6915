/**
 * The Dutch words behind the tags, of the Netherlands and of Belgium, to read and to extend. Not shipped:
 * `test/needs/fit.ts` packs them into `nl-data.ts`.
 *
 * `word` is that word only; `word-` also its other forms; `-word` also every compound that ends so ("prijslijsten").
 */
export const words: Readonly<Record<string, string>> = {
  // things that are built, bought or changed, also names of tools and words for "a possibility"
  A: `-app app apps -systeem -dashboard -portaal -portal -formulier -intranet -website -site -pagina -rapport -rapportage
    -module -knop -scherm -schermen -veld -velden -filter -export -import -koppeling -integratie -interface
    -database -spreadsheet -sjabloon -sjablonen -template -checklist -kalender -chatbot bot -widget -tool -software
    -platform -kanaal -kanalen -nieuwsbrief -feed -notificatie -melding -herinnering -bericht -menu -keuzelijst
    -vinkje -tabblad -lijst -lijstje -kaart -grafiek -tabel -kolom rij -zoekfunctie -zoekbalk -balk -link -login
    -account -profiel map mappen -schijf -archief -forum -enquete -peiling -poll -vragenlijst -workflow
    automatisering- -licentie -abonnement -printer -scanner -laptop pc -telefoon -headset -toetsenbord -muis -webcam
    -camera -server -zuil -kiosk -code -barcode -badge -pasje -pas -label -etiket -logo -banner -document -pdf
    -bestand -inbox -mailbox -mail -mailing -helpdesk -tracker -planner -planbord -bord -rooster -timer -log
    -logboek -register -catalogus -handleiding -handboek -folder -flyer -poster -filmpje -video -cursus -training
    -opleiding -workshop -vergadering crm vpn -versie -update -pakket -handtekening -waarschuwing pop-up -instelling
    -schakelaar -betaling -terminal -automaat -kassa -balie -bureau -stoel -lokaal -kast -whiteboard -sensor
    -apparaat -machine -voertuig auto fiets- -wagen -heftruck -kar -rolstoel -lift -overzicht -tijdlijn csv faq
    -instructie -uitleg -nummer -functie -functionaliteit -oplossing -lamp -deur -slot sleutel- -protocol
    -stappenplan -spreekuur -buddy -meldpunt -loket -kleding -toestel gsm -webshop -mogelijkheid -smoelenboek
    -status -brief -printje -bot -bel -foto -bril -brillen -koelkast -ruimte -toegang -inlog -rechten -zaal
    -plattegrond -dossier -gegevens -bon -voorziening -budget -procedure -afspraak -meter -groep -chat -winkel
    -systemen -programma -bestelling -categorie -reserveringssysteem -omgeving -beeldscherm -monitor -pagina's -bank
    -bus word teams slack- sharepoint jira outlook zoom linkedin hubspot sap afas topdesk ai office planner
    smartschool magister github photoshop instagram -whatsapp excel google chatgpt digid -mogelijkheden optie-
    functie- manier ondersteuning`,
  // wishes
  W: `wil willen wilt wou wouden wilde wilden graag nodig behoefte wens- verzoek- aub alstublieft svp alsjeblieft
    gaarne liever liefst gewenst hopen hoop voorstel- zoek zoeken aanvra- please pls plz gelieve stel vragen`,
  // verbs for building, buying and for what a system does
  B: `toevoeg- toegevoegd koppel- gekoppeld maken maak bouwen ontwikkelen aanmaken opzetten inricht- instellen
    invoer- ingevoerd aanschaf- aangeschaft kopen koop bestellen besteld vervang- aanpass- aangepast wijzig-
    uitbreid- plaatsen geplaatst toestaan tonen toon getoond laat laten verwijder- verberg- sorteer- sorteren
    filteren exporteren importeren downloaden uploaden printen afdrukken mailen verstur- verstuurd sturen stuur
    meesturen opslaan opgeslagen kopier- splitsen samenvoeg- automatiser- automatisch publicer- plannen inplannen
    inschrijven aanmelden registrer- vastleg- inzien raadpleg- opvragen ophalen opgehaald selecter- kiezen aanvinken
    klik- invul- bewerken beheren bijwerken zoeken aanwijzen toewijz- doorsturen weergev- zichtbaar beschikbaar
    aanbied- bieden migrer- overstap- overzetten installer- activeren gebruik- geven geef krijgen neerzetten zetten
    zet hangen hang regelen openen opengezet aannemen organiser- starten beginnen oprichten integrer- scannen
    onderteken- aanschrijven notificer- verplaats- hernoem- omzetten digitaliser- aanroepen bekijk- boeken reserver-
    aangeven voorzien uitrollen implementer- delen synchroniser- halen wegklikken herladen bewaren onthouden
    goedkeuren goedgekeurd ruilen updaten slepen verzetten annuleren doorgeven verkopen betalen plaats beantwoorden
    verschijn- sorteerbaar aanpasbaar`,
  // what hurts
  P: `stuk kapot defect lastig- moeilijk- moeite problem- probleem knelpunt- frustr- irrit- erger- vervelend- omslachtig- onhandig-
    onduidelijk- verwar- traag trage trager langzaam langzame tijdrovend- foutgevoelig- fout- vergissing- stress-
    -druk -last drukte -overlast overbelast- chaos chaotisch- rommel- warboel -klacht klaag- klagen kwijt- verloren
    vergeten vergeet gemist mist missen ontbreekt ontbreken ontbrekend- gebrek- -tekort onvoldoende onbekend-
    onzeker- onrust- onveilig- onnodig- onsuccesvol- ontevreden- dubbel- verouderd- achterhaald- -achterstand
    -vertraging -rij wachtrij- -wachttijd -wachtlijst verstikkend- ingewikkeld- gecompliceerd- complex- versnipper-
    verspreid- verdwijn- verdwenen verdwaal- zoekgeraakt foutmelding- -storing mislukt- mislukk- vastloop- vastlopen
    vastgelopen weiger- bang angst zorgen risico- gevaar- afhankelijk- worstel- gedoe rompslomp papierberg
    bureaucra- hinder- obstakel- drempel- barriere- belemmer- duur dure verspil- verloop uitval -verzuim vermoei-
    moe uitgeput slecht- waardeloos niks nutteloos zinloos drama- hopeloos ellend- divers wegvallen weg stil
    miscommunicatie misverstand- langs spam overspoel- verdrink- zwaar zware nadeel nadelen flaky afwijking- agress-
    raden gokken overtyp- overgetypt plakken omweg- dubbelop haper- zwak- verstoor- onderbr- wacht- laattijdig mis
    misgaat verkeerd- tegenstrijdig- onbeantwoord- stroperig- eenzaam afhaken haken uitstel- gaten gat blind krapte
    nijpend- sleur pruts- knoei- verlopen gesloten dicht lekt lekkage- leeg lege rij ongeluk- ziek ziekte gestegen
    gedwongen alleen pas wegsturen weglopen ruzie- discussie sjouw- slepen boete- schade kapotte uitgelogd koud
    bezwaar bezwaren lawaai vol puinhoop dubbele vertraagd overbodig- nooit ergernis uitzoeken achter
    nutteloze eeuwig ambtelijk- weigert stuk uitgevallen plat offline vast dood eruit willekeurig- achteraf pensioen
    regeldruk twijfel- haakte`,
  // how it should be: comparatives and the like
  C: `minder sneller makkelijker gemakkelijk- eenvoudiger beter betere simpeler veiliger duidelijker goedkoper
    gezonder korter kortere lager lagere hoger hogere meer vlotter vlot rustiger eerder vroeger efficient- slimmer
    soepeler prettiger leuker gerichter sterker zelfstandig- tijdig- makkelijk snel snelle eenvoudig goed juiste
    juist correct transparant- persoonlijker toegankelijker direct proactief voldoende meteen veilig eerlijk-
    vanzelf zelf helder- trots welkom gewoon blij gelijk- thuis volledig gerust samen fijner`,
  // verbs of change
  G: `verminder- verlag- verhog- verbeter- voorkom- vermijd- bespaar- besparen versnel- versterk- vereenvoud-
    verkort- vergroot- vergroten bevorder- stimuler- reducer- terugdring- terugbreng- beperk- halver- optimaliser-
    waarborg- borgen bereiken behoud- groei- toenemen afnemen daalt dalen omlaag omhoog stijgt verlicht- ontlast-
    verbind- betrek- motiver- realiser- terugwinnen winnen stoppen blijven blijft scheelt schelen helpt helpen einde
    beschermen begrijpen houden groeit naar aantrekken signaleren leren`,
  // negations
  N: `niet geen nooit zonder niks niets nergens nauwelijks amper zelden weinig noch evenmin nie gene niemand`,
  // roles and groups
  R: `-medewerker -personeel -team -collega -gebruiker -klant klantenservice -patient -client -bewoner
    -inwoner -burger -leerling -student -ouder -docent -leraar -leraren -leraars -leerkracht -vrijwilliger
    -verpleegkundige -verzorgende -verlener -mantelzorger -arts -dokter -therapeut -begeleider -ambtenaar
    -ambtenaren -wethouder -bestuurder -bestuur -beheerder -behandelaar -behandelaren -aanvrager -melder
    -bezoeker -gast -lid leden raadsleden -deelnemer -cursist -sollicitant -kandidaat -kandidaten -huurder
    -eigenaar -eigenaren -leverancier -partner -koper -chauffeur -monteur -technieker -operator -manager
    -leider -leidinggevende -directeur directie -coordinator -coordinatoren -secretaresse secretariaat
    -receptionist -adviseur -consulent -specialist -ontwikkelaar -bouwer -onderzoeker -redacteur
    -accountant administratie hr -werknemer -bediende bedienden -stagiair stagiaire- -nieuwkomer -starter
    mensen personen persoon kind kinderen -jongere -oudere familie- gezin gezinnen -buur buren -ondernemer
    -winkelier -trainer -coach -penningmeester -voorzitter kerngroep taskforce ober- -vertegenwoordiger
    buitendienst -admin consumer abonnee- voedselbank -afdeling vader moeder vrouw -professional -werker
    -belanghebbende -toezichthouder -bewindspersonen -organisatie bedrijf bedrijven gemeente- school
    scholen -ploeg -invaller -voorman operators -beller laaggeletterden -recruiter -nachtportier
    huishouding uitzendkracht- oproepkracht- -mentor -interimaris -lezer -nabestaande marketing verkoop
    -buschauffeur planners`,
  // modal verbs
  M: `kan kunnen kunt kon konden moet moeten moest moesten mag mogen zou zouden zal zullen zult hoeft hoeven hoef
    dient dienen kun kunde`,
  // the requester
  I: `ik wij we ons onze mijn me mij mn`,
  // others, never by name or role
  H: `ze zij hij je jij hun hen u uw haar jullie men ge gij iedereen wie`,
  // now, always, again
  S: `nu momenteel steeds telkens altijd vaak soms weer nog iedere elke elk dagelijks wekelijks maandelijks
    regelmatig huidige bestaande tegenwoordig vandaag voortdurend constant meestal wederom al opnieuw alweer sinds`,
  // units and moments of time
  U: `uur uren uurtje minuut minuten dag dagen week weken maand maanden jaar kwartier seconden halfuur werkdag- keer
    -dienst ochtend- avond- nacht- maandag- weekend zondag- zaterdag- vrijdag- donderdag- dinsdag- woensdag-`,
  // knowing, seeing and doing together
  K: `weten weet zien ziet zie begrijp- vind- vinden vindbaar zicht inzicht overzicht helder- herken- controler-
    achterhalen besluit- beslis- vergelijk- ontdek- leren delen deelt samenwerk- communicer- meedoen meedenken
    bijdragen focus- grip regie vertrouw- zeker- rust hoogte duidelijk- uitoefenen verwerk- volgen helpen geholpen
    bereik- aansluit- schalen uitvoeren voldoe- leveren inzichtelijk- opgevolgd beeld hoort horen voelen voelt kent
    kennen bepalen durven durft oplossen opgelost beantwoord- vertellen merkt opgemerkt kiest snapt verwachten
    gehoord gezien afgehandeld vertelt onthouden`,
  // the past
  X: `was waren werd werden had hadden kwam kwamen ging gingen deed leidde leidden bleek vond kreeg kregen werkte
    werkten stond stonden moest moesten kon konden geworden verworden beloofd`,
  // with own, private or shadow before them, a workaround
  O: `-telefoon -laptop -account -bureaublad computer -lijst -lijstje -bestand schrift- map mappen -nummer -mail
    mailbox agenda gsm toestel tablet- -database mailprogramma systeempje`,
  // consumer tools and home-made files: with a word of use, a workaround
  0: `-whatsapp -whatsappgroep -appgroep -groepsapp excel- excelletje- excellijst- -spreadsheet dropbox gmail
    hotmail telegram- facebook- messenger wetransfer trello- icloud chatgpt google -schriftje schrift kladblok
    post-it- geeltjes privemail privetelefoon appen whatsappen access privenummer schaduw- datumprikker usb-
    prive-account instagram`,
  // soon
  Y: `spoed- dringend- urgent- onmiddellijk meteen asap vanavond vandaag morgen morgenochtend haast vanmiddag
    maandag dinsdag woensdag donderdag vrijdag weekend`,
  // nice, but what does it mean?
  V: `gebruiksvriendelijk- gebruikersvriendelijk- mooier mooi moder- intuitief intuitiever beter betere sneller
    makkelijker duidelijker aantrekkelijk- fijner prettiger overzichtelijk- professionel- leuker slimmer efficienter
    vlotter toegankelijk- verbeter- goed simpeler uitstraling optima- vernieuw- toekomst- klantvriendelijk- werkbaar
    handig- logisch- zichtbaar- gezellig- digital- digitaal innov- anders kwaliteit fijn leuk sfeer- plezier
    dienstverlening contact top lekker opknapbeurt ontwerp`,
  // at the end of one's tether
  F: `spuugzat beu belachelijk- waanzin- onacceptabel- schandalig- schande bizar wanhoop wanhopig woest woedend
    pisnijdig razend verdorie verdomme godver- shit pff grr argh aargh zucht bagger- klote- kut- droevig- dieptriest
    moedeloos baal janken huilen gillen waardeloos lachertje aanfluiting onbegrijpelijk ongelooflijk puinhoop
    hopeloos serieus stom- dovemansoren tijdverspilling onzin idioot kotsbeu horendol doodmoe haat gek frustrerend
    wanstaltig afschuwelijk vreselijk ellende`,
  // worth in itself
  T: `-heid transparantie betrokken- samenwerk- verbinding- vertrouwen kwaliteit tevreden- dienstverlening rust
    overzicht inzicht werkplezier communicatie kennis zelfstandig- focus efficientie eenduidig- aandacht privacy
    cultuur welzijn waardering regie zeker- tijd contact kansen plezier omzet fouten klachten telefoontjes
    administratie papierwerk antwoord besluit verzuim uitval wachttijd- werk belasting- bezwaren draagvlak ruimte
    zekerheid vragen`,
  // many and few
  9: `veel meeste sommige helft merendeel tientallen honderden duizenden alle allemaal verschillende drie vier vijf
    zes tien twee beide dezelfde hetzelfde enkel andere`,
  // what leads to what
  4: `leidt leiden veroorza- gevolg- doordat waardoor daardoor hierdoor zorgt maakt maken omdat want bron`,
  // what is on a screen
  2: `-knop -scherm -pagina -veld -menu klik- pop-up -tabblad -vinkje -link -kolom -filter -export -import upload-
    download- csv -pdf notificatie- -mail zoeken selecter- inzien automatisch- digest panel -lijst login inloggen
    -print -dashboard -tabel rij -bestand -adres -status weergave -zoekbalk versie tonen`,
  // out of order
  J: `uitgevallen plat offline vastgelopen gecrasht crasht kaduuk dood overleden eruit
    oververhit`,
};
