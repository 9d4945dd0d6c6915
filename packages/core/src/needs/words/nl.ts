/**
 * The Dutch words behind the tags, of the Netherlands and of Belgium, to read and to extend. Not shipped:
 * `test/needs/fit.ts` packs them into `nl-data.ts`.
 *
 * `word` is that word only; `word-` also its other forms; `-word` also every compound that ends so ("prijslijsten").
 */
export const words: Readonly<Record<string, string>> = {
  // things that are built, bought or changed, also names of tools and words for "a possibility"
  A: `app apps -systeem -dashboard -portaal -formulier -intranet -website -site -pagina -rapport -rapportage
    -module -knop -scherm -veld -filter -export -import -koppeling -interface -database -spreadsheet -sjabloon
    -checklist -chatbot bot -widget -tool -platform -kanaal -nieuwsbrief -notificatie -melding -herinnering
    -bericht -menu -keuzelijst -vinkje -tabblad -lijst -kaart -grafiek -tabel -kolom rij -zoekfunctie -zoekbalk
    -balk -link -account -profiel map mappen -schijf -archief -forum -enquete -poll -licentie -abonnement
    -printer -scanner -laptop -telefoon -headset -toetsenbord -webcam -camera -server -zuil -code -barcode
    -badge -pasje -pas -label -etiket -logo -banner -document -pdf -bestand -mailbox -mail -helpdesk -tracker
    -planner -bord -rooster -log -logboek -register -handleiding -filmpje -cursus -training -vergadering crm vpn
    -versie -update -pakket -handtekening -waarschuwing pop-up -instelling -schakelaar -betaling -terminal
    -automaat -kassa -balie -bureau -stoel -lokaal -kast -whiteboard -sensor -apparaat -machine -wagen -heftruck
    -rolstoel -lift csv -instructie -uitleg -nummer -functie -oplossing -lamp -deur -slot sleutel- -loket gsm
    -webshop -mogelijkheid -status -brief -printje -bel -foto -bril -koelkast -ruimte -toegang -inlog -rechten
    -zaal -plattegrond -dossier -gegevens -bon -voorziening -budget -procedure -afspraak -meter -groep -chat
    -winkel -programma -categorie -reserveringssysteem -omgeving -beeldscherm -bank -bus word teams sharepoint
    outlook linkedin hubspot ai office planner smartschool magister photoshop instagram -whatsapp excel google
    chatgpt digid -mogelijkheden optie- functie- manier ondersteuning`,
  // wishes
  W: `wil willen graag nodig wens- verzoek- aub alsjeblieft liever hopen voorstel- zoek zoeken gelieve stel vragen`,
  // verbs for building, buying and for what a system does
  B: `toevoeg- koppel- maken maak aanmaken opzetten instellen invoer- ingevoerd aanschaf- kopen koop bestellen
    besteld vervang- aanpass- aangepast wijzig- uitbreid- plaatsen toestaan tonen toon laat laten verwijder-
    verberg- sorteren filteren exporteren importeren downloaden uploaden printen mailen verstur- sturen stuur
    meesturen opslaan opgeslagen automatisch publicer- plannen inplannen inschrijven aanmelden registrer-
    vastleg- inzien raadpleg- ophalen opgehaald selecter- kiezen klik- invul- bewerken beheren bijwerken zoeken
    aanwijzen toewijz- zichtbaar beschikbaar aanbied- bieden overstap- overzetten installer- activeren gebruik-
    geven geef krijgen neerzetten zetten zet hangen hang regelen openen opengezet aannemen organiser- starten
    beginnen scannen aanschrijven notificer- verplaats- hernoem- digitaliser- aanroepen bekijk- boeken reserver-
    aangeven voorzien uitrollen implementer- delen synchroniser- halen wegklikken herladen bewaren onthouden
    goedkeuren goedgekeurd ruilen updaten slepen verzetten annuleren verkopen betalen plaats beantwoorden
    verschijn- sorteerbaar`,
  // what hurts
  P: `stuk kapot lastig- moeilijk- moeite problem- probleem erger- omslachtig- onduidelijk- traag tijdrovend-
    fout- stress- -druk -last drukte chaos -klacht klagen kwijt- verloren vergeten vergeet gemist mist missen
    ontbreekt ontbreken gebrek- -tekort onvoldoende onrust- onveilig- onnodig- onsuccesvol- dubbel- verouderd-
    achterhaald- -vertraging -rij -wachtlijst verstikkend- gecompliceerd- versnipper- verspreid- verdwijn-
    verdwenen verdwaal- foutmelding- -storing mislukt- vastlopen weiger- bang angst zorgen risico- worstel-
    papierberg drempel- duur verspil- uitval -verzuim moe slecht- waardeloos niks drama- hopeloos divers weg
    stil langs spam zwaar flaky afwijking- raden overgetypt plakken wacht- mis misgaat verkeerd- onbeantwoord-
    haken gat verlopen gesloten dicht lekt lekkage- leeg lege rij ongeluk- ziek gestegen alleen pas wegsturen
    sjouw- slepen schade kapotte uitgelogd koud bezwaren lawaai vol puinhoop dubbele nooit ergernis achter
    eeuwig ambtelijk- weigert uitgevallen plat offline vast dood eruit willekeurig- achteraf pensioen regeldruk
    twijfel- haakte`,
  // how it should be: comparatives and the like
  C: `minder sneller makkelijker gemakkelijk- eenvoudiger beter betere simpeler duidelijker kortere lagere hogere
    meer eerder slimmer zelfstandig- tijdig- makkelijk snel goed juiste juist direct proactief voldoende meteen
    veilig eerlijk- vanzelf zelf helder- trots welkom gewoon blij gelijk- thuis volledig gerust samen`,
  // verbs of change
  G: `verminder- verlag- verhog- verbeter- voorkom- bespaar- versterk- vergroten terugdring- terugbreng- halver-
    optimaliser- bereiken omlaag omhoog verbind- terugwinnen stoppen blijven blijft scheelt schelen helpt helpen
    einde begrijpen houden groeit naar leren`,
  // negations
  N: `niet geen nooit zonder niks niets nergens nauwelijks zelden weinig niemand`,
  // roles and groups
  R: `-medewerker -personeel -team -collega -gebruiker -klant klantenservice -patient -client -bewoner -inwoner
    -burger -leerling -student -ouder -docent -leraar -leerkracht -vrijwilliger -verpleegkundige -verzorgende
    -verlener -mantelzorger -arts -therapeut -ambtenaar -wethouder -bestuurder -bestuur -beheerder -behandelaar
    -aanvrager -melder -bezoeker -gast -lid leden raadsleden -deelnemer -sollicitant -kandidaat -huurder
    -eigenaar -leverancier -partner -koper -chauffeur -monteur -technieker -operator -manager -leider
    -leidinggevende directie -coordinator -secretaresse secretariaat -receptionist -adviseur -consulent
    -specialist -ontwikkelaar -bouwer -onderzoeker -redacteur -accountant administratie hr -werknemer -bediende
    bedienden stagiaire- -nieuwkomer mensen personen persoon kind kinderen -jongere familie- gezin gezinnen
    -buur buren -ondernemer -winkelier -trainer -penningmeester -voorzitter kerngroep taskforce ober-
    -vertegenwoordiger buitendienst -admin consumer abonnee- voedselbank -afdeling vader moeder vrouw
    -belanghebbende -bewindspersonen -organisatie bedrijf bedrijven gemeente- school scholen -ploeg -invaller
    -voorman operators -beller laaggeletterden -recruiter -nachtportier huishouding uitzendkracht- oproepkracht-
    -mentor -interimaris -lezer -nabestaande marketing verkoop planners`,
  // modal verbs
  M: `kan kunnen kunt kon konden moet moeten moest moesten mag mogen zou zouden hoeft hoeven hoef dient kun`,
  // the requester
  I: `ik wij we ons onze mijn me mij mn`,
  // others, never by name or role
  H: `ze zij hij je hun hen u uw haar jullie men ge iedereen wie`,
  // now, always, again
  S: `nu steeds altijd vaak soms weer nog iedere elke elk wekelijks huidige bestaande vandaag meestal al opnieuw
    alweer sinds`,
  // units and moments of time
  U: `uur uren uurtje minuut minuten dag dagen week weken maand maanden jaar seconden halfuur werkdag- keer
    -dienst ochtend- avond- nacht- weekend zondag- zaterdag-`,
  // knowing, seeing and doing together
  K: `weten weet zien ziet zie begrijp- vind- vinden vindbaar zicht inzicht overzicht helder- controler-
    achterhalen besluit- vergelijk- ontdek- leren delen deelt samenwerk- communicer- regie vertrouw- hoogte
    duidelijk- uitoefenen verwerk- volgen helpen geholpen bereik- aansluit- schalen uitvoeren voldoe- leveren
    inzichtelijk- opgevolgd beeld hoort horen voelen voelt kent kennen bepalen durven durft oplossen opgelost
    beantwoord- vertellen merkt opgemerkt kiest snapt verwachten gehoord gezien afgehandeld vertelt onthouden`,
  // the past
  X: `was waren werd werden had hadden kwam kwamen deed leidde kreeg kregen werkte stond moest moesten kon konden
    geworden verworden beloofd`,
  // with own, private or shadow before them, a workaround
  O: `-telefoon -laptop -account -bureaublad computer -lijst -bestand schrift- map mappen -nummer -mail mailbox
    agenda gsm toestel tablet- -database mailprogramma systeempje`,
  // consumer tools and home-made files: with a word of use, a workaround
  0: `-whatsapp -whatsappgroep -groepsapp excel- excellijst- -spreadsheet dropbox gmail hotmail telegram-
    facebook- messenger wetransfer trello- icloud chatgpt google -schriftje schrift kladblok post-it- geeltjes
    privemail privetelefoon appen whatsappen access privenummer schaduw- datumprikker usb- prive-account
    instagram`,
  // soon
  Y: `vanavond vandaag morgen morgenochtend vanmiddag vanmorgen vanochtend vannacht middernacht over_uur over_minuten
    over_halfuur over_kwartier over_twintig over_tien over_vijf vijf_minuten tien_minuten twintig_minuten
    een_halfuur paar_minuten uur_geleden om_uur nu_nog deze_ochtend voor_vrijdag voor_maandag voor_morgen
    over_dagen twee_dagen sinds_vanmorgen om_drie`,
  // nice, but what does it mean?
  V: `gebruiksvriendelijk- mooier mooi intuitiever beter betere sneller makkelijker duidelijker aantrekkelijk-
    professionel- slimmer toegankelijk- verbeter- goed simpeler uitstraling vernieuw- handig- zichtbaar-
    gezellig- digital- digitaal anders kwaliteit fijn leuk sfeer- plezier dienstverlening contact top lekker
    opknapbeurt ontwerp`,
  // at the end of one's tether
  F: `spuugzat kotsbeu beu belachelijk- waanzin- onacceptabel- schandalig- schande bizar wanhoop- wanhopig woest
    woedend pisnijdig razend verdorie verdomme godver- shit pff pfff grr argh aargh bagger- klote- kut-
    dieptriest triest moedeloos janken huilen gillen waardeloos lachertje aanfluiting onbegrijpelijk
    ongelooflijk ongelofelijk hopeloos dovemansoren tijdverspilling onzin idioot- idioterie horendol horendul
    doodmoe haat knettergek stapelgek frustrerend wanstaltig afschuwelijk vreselijk poppenkast wanvertoning
    smoesjes schandalig hemelsnaam godsnaam serieus welletjes kleuters vernederend beledigend lachwekkend
    onvoorstelbaar onbestaanbaar flauwekul zo_zat het_zat zat_van helemaal_zat dan_zat beu_om zo_beu ben_klaar
    er_klaar klaar_mee geduld_op geduld_kwijt geduld_is einde_latijn ten_einde einde_raad word_gek gek_van
    maakt_gek om_gek word_moe moe_van zo_moe doodmoe_van heb_gehad genoeg_van genoeg_geweest geef_op
    mijn_heupen op_zenuwen kan_gillen wel_gillen wel_janken wel_huilen uit_vel mijn_bloed bloed_kookt haren_uit
    uit_hoofd wat_bende wat_drama wat_ellende wat_gedoe een_grote niemand_luistert niemand_reageert
    steekt_vinger een_vinger kan_schelen niemand_schelen luistert_niemand toch_niks toch_niets toch_nooit
    verandert_niks verandert_niets gebeurt_niks bedankt_niks niks_dan niets_dan alweer_dezelfde weer_dezelfde
    altijd_niet zoveelste_keer derde_keer vierde_keer tiende_keer hoe_moeilijk waarom_altijd waarom_steeds
    waarom_toch wie_bedacht heeft_bedacht wie_verzint wie_test slaat_nergens slaat_alles nergens_op niet_menen
    meen_je onder_alle ik_weiger weiger_nog vertrouwen_verloren vertrouwen_kwijt kastje_muur kastje_naar
    van_kastje als_kleuters hou_op houd_op ophouden_mijn snap_niks begrijp_niks lekker_dan nou_fijn fijn_hoor
    lekker_bezig leest_er leest_iemand doet_iemand eindelijk_eens erger_me erger_mij irriteer_me zo_irritant
    zo_frustrerend heel_frustrerend mateloos_aan naar_knoppen niet_normaal zo_kwaad ben_kwaad zo_boos
    de_druppel maat_vol jaren_niks nooit_antwoord nooit_opneemt ik_beu helemaal_beu baal_van baal_dus
    van_latijn mijn_latijn beloftes_drie nog_tikken wat_puinhoop rotding geduld_met smeken_om alle_vertrouwen
    waarom_vul systeem_eigenlijk alweer_toen het_spuugzat zootje gefrustreerd tot_hier trek_dit trek_niet
    ooit_iemand is_alweer werkt_niks werkt_niets loze_beloftes lege_beloftes nergens_naar`,
  // worth in itself
  T: `-heid transparantie betrokken- samenwerk- verbinding- vertrouwen kwaliteit tevreden- dienstverlening
    overzicht inzicht communicatie kennis zelfstandig- focus aandacht waardering regie tijd contact kansen
    plezier omzet fouten klachten telefoontjes administratie papierwerk antwoord besluit verzuim uitval
    wachttijd- werk belasting- bezwaren ruimte zekerheid vragen`,
  // many and few
  9: `veel meeste sommige helft merendeel tientallen duizenden alle allemaal verschillende drie vier vijf zes tien
    twee beide dezelfde hetzelfde enkel andere`,
  // what leads to what
  4: `leidt leiden gevolg- doordat daardoor hierdoor zorgt maakt maken omdat want bron`,
  // what is on a screen
  2: `-knop -scherm -pagina -veld -menu klik- pop-up -tabblad -vinkje -link -kolom -filter -export -import upload-
    csv -pdf notificatie- -mail zoeken selecter- inzien digest panel -lijst inloggen -print -dashboard -tabel
    rij -bestand -adres -status -zoekbalk versie tonen`,
  // out of order
  J: `uitgevallen plat offline vastgelopen gecrasht crasht kaduuk eruit oververhit bevroren gesprongen gestopt stuk
    lekt overstroomt stroomstoring brandt geweigerd mislukt zwart storing ligt_uit lig_uit liggen_uit ligt_plat
    ligt_eruit er_uit doet_niets doet_niet niet_open niet_binnen niet_inloggen niemand_kan zit_vast zitten_vast
    staat_stil ligt_stil kom_niet niet_bereikbaar niet_bellen geen_verwarming geen_stroom geen_water
    geen_internet loopt_vol lopen_vol water_loopt openbaar_op geeft_fout niet_starten niet_laden lukt_niet`,
  // at once
  Q: `asap onmiddellijk per_direct nu_meteen zo_snel snel_mogelijk niet_wachten nu_nodig vandaag_nodig vandaag_nog
    nog_vandaag meteen_iemand direct_nodig direct_hulp heel_dringend met_spoed niemand_werken gaat_af ruik_gas
    gaslucht aub_meteen is_spoed hoogdringend is_dringend dringend_nodig ligt_plat liggen_plat ligt_eruit
    ligt_uit staat_roodgloeiend uit_lucht kom_nu is_oververhit staat_wachten kan_inloggen loopt_vol loopt_op
    nu_iemand direct_pasje direct_mijn is_bevroren zijn_bevroren de_lucht live_morgen we_live gaan_live open_we
    gaan_open kan_bellen niet_bellen moet_meteen graag_meteen graag_direct`,
  // what waits or is about to happen
  L: `wachten wachtrij sluit begint start vertrekt vertrekken vlucht deadline inspectie examen zitting audit live
    lonen balie uiterlijk verloopt samenkomt baby's indienen verliezen een_rij`,
  // ways to help oneself
  Z: `schaduw- usb- post-it- geeltje- kladblok schriftje- privetelefoon- privemail- privenummer- prive-gsm
    privelaptop- priveaccount- priveadres- whatsappgroep- appgroep- groepsapp facebookgroep- excelletje-
    wetransfer kaartenbak google-formulier eigen_excel eigen_lijst eigen_lijstje eigen_bestand eigen_telefoon
    eigen_laptop eigen_account eigen_mail eigen_gmail eigen_database eigen_sjabloon eigen_schrift
    eigen_notities eigen_agenda eigen_systeem eigen_systeempje eigen_zoomaccount eigen_spreadsheet eigen_gsm
    mijn_gmail mijn_hotmail mijn_prive prive_mail prive_telefoon prive_gsm prive_account prive_nummer
    prive_gmail hun_prive persoonlijke_onedrive persoonlijke_dropbox persoonlijke_telefoon persoonlijke_mail
    persoonlijk_account maak_foto maken_foto maken_foto's nemen_foto neem_foto papieren_agenda papieren_lijst
    eerst_papier in_schrift in_schriftje een_excel naast_systeem naast_officiele een_inlog zelfde_inlog
    zelfde_wachtwoord delen_wachtwoord wachtwoord_collega deelt_inlog gebrek_aan bij_gebrek te_omzeilen
    omzeilen_we zelf_gebouwd zelf_gemaakt ict_weet ict_niets ict_niks geheime_dropbox gratis_trello
    gratis_versie google_sheet google_doc google_formulier via_whatsapp in_whatsapp via_messenger per_whatsapp
    via_facebook appen_elkaar naar_zichzelf naar_mezelf mailen_zichzelf met_chatgpt gebruiken_chatgpt
    gebruik_chatgpt hun_bureaublad mijn_bureaublad het_bureaublad eigen_lijsten bellen_rond access-databankje
    access_databank van_man we_omzeilen omzeilen_systeem trello-bord een_trello telegramchat gmailadres
    usb-stick geheim_schriftje eigen_schriftje schriftje_onder eigen_bureaublad onze_telefoons mijn_overuren
    foto_van eigen_mailprogramma privetelefoon papieren_logboek geeltjes`,
};
