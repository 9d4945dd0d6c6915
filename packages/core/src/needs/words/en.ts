/**
 * The English words behind the tags, to read and to extend. Not shipped: `test/needs/fit.ts` packs them into `en-data.ts`.
 *
 * `word` is that word only; `word-` also its other forms ("report-": reports, reporting, reported).
 */
export const words: Readonly<Record<string, string>> = {
  // things that are built, bought or changed, also names of tools and words for "a possibility"
  A: `app- application- system- dashboard- portal- form intranet- website- site page report- module-
    button- screen- field- filter- export- import- integration- interface- api- database- spreadsheet-
    template- checklist- calendar- chatbot- plugin- widget- tool software platform- channel- newsletter-
    feed- notification- reminder- alert- message- menu- dropdown- checkbox- list map chart- table- column-
    search- link- login- account- folder- drive- archive- wiki- survey- questionnaire- workflow-
    automation- licence- license- printer- scanner- laptop- phone- tablet- monitor- headset- keyboard-
    camera- server- kiosk- barcode- badge- tag label- logo- document- file inbox- email- mailing helpdesk-
    tracker- planner- scheduler- timetable- schedule- roster- rota editor- log logbook- register- manual
    video- training- meeting- shortcut- crm version- release signature- warning- setting- permission-
    payment- till machine- sensor- device- car forklift- desk- room- summary- timeline- view- format- faq-
    instructions solution- key photo- picture- card- glasses sign board- box chat- group- status password-
    guide- teams slack- sharepoint outlook access office monday planner excel whatsapp facebook google
    chatgpt ability- option- possibility- way feature- function- support`,
  // wishes
  W: `want- wanna need needs needed like please pls plz wish- request- require- hope hoping suggest-
    propose- recommend- prefer- love looking lets`,
  // verbs for building, buying and for what a system does
  B: `add- create- build- make develop- integrate- implement- include- provide- display- show shows send sends
    notify- introduce- install- set setup configure- link import- export- sync- automate- generate- publish-
    replace- upgrade- buy purchase- order migrate- switch- rename- move remove- delete- change update- extend-
    expand- convert- embed- hide sort- filter- search- upload- download- print- email attach- assign- track record-
    edit- modify- copy split- merge- bulk enter insert- view select- choose mark schedule- book sign extract-
    archive- approve- reset- post give get put offer- launch- organize- arrange- have use open expose- drag scan-
    subscribe- rotate- apply- restrict- access drop click swap- undo hand stick hire- enable- allow let support-
    forward plan extend log request- pay sell customise- customize- redesign- split reorder- redirect- reply-
    prompt- trigger- listed emailed sent`,
  // what hurts
  P: `hard harder difficult- confus- frustrat- annoy- error- mistake- slow- tedious cumbersome consuming
    time-consuming clunky pain- problem- issue- struggl- trouble- complain- complaint- unhappy dissatisf- stress-
    tiring tired overwhelm- overload- chaos chaotic mess messy unclear ambiguous vague mislead- misunderst- miss
    missed missing lost lose loses losing lack- limit- restrict- counterintuitive outdated duplicate- duplication
    wrong wrongly incorrect- inaccura- inconsisten- incomplete- insufficient- inefficien- ineffective impractical
    challeng- burden- bottleneck- barrier- obstacle- gap delay- late overdue backlog- queue- waste- forget- forgot
    forgotten ignored unaware unknown uncertain- unreliable danger- risk- worr- afraid fear- fail- failure- crash-
    bug bugs glitch- stuck blocked discourag- reluctan- refuse- suffer- disappoint- complex complicated lengthy
    scattered fragmented everywhere hidden expensive costly noisy crowded understaffed exhaust- bored isolated
    useless hassle- nightmare chase- hunt- guess- interrupt- disrupt- unfair angry rude bounce- gone disappear-
    vanish- dropped hole- weak poor- bad badly worse worst unnecessar- redundan- conflict- scrap scramble shout-
    empty unsure expire- overwritten retype- wait waits waiting drops jumps black locked logged kicked freezes froze
    leak- accident- falls sick sickness ill absence- cancelled left rushed jam damage- dirty cold leave leaves quit
    objection- noise cry behind endless forever ages bureaucra- rework- overrun- transferred forced struggle- unable
    doubt- down broken offline outage- dead standstill annoyed cuts mandatory intimidating random afterwards`,
  // how it should be: comparatives and the like
  C: `easier easily quicker quickly faster fewer less better simpler smoother safer clearer cheaper happier
    healthier stronger shorter lower higher more earlier sooner greater effectively efficiently accurate accurately
    instantly seamlessly confident confidently independently correctly properly reliably consistently right
    immediately safe safely calm fully directly themselves ourselves myself well enough fair equal proud welcome
    happy fit`,
  // verbs of change
  G: `reduc- increas- prevent- improv- eliminat- decreas- minimi- maximi- sav- avoid- speed- streamlin- simplif-
    shorten- lower rais- boost- strengthen- ensur- achiev- encourag- promot- enhanc- optimi- halv- cut accelerat-
    facilitat- free grow retain- guarantee- empower- foster- maintain- sustain- keep bring win stop end stay help
    helps enjoy attract- motivat- understand protect- identif- ensure- respond- detect- spot`,
  // negations
  N: `not no never without don't dont doesn't doesnt didn't didnt won't wont isn't isnt aren't arent wasn't wasnt
    weren't haven't havent hasn't hasnt wouldn't shouldn't nor neither nowhere barely hardly rarely seldom nothing
    nobody none noone no-one anyone anybody`,
  // cannot
  3: `cannot can't cant couldn't couldnt unable impossible`,
  // roles and groups
  R: `staff colleague- employee- manager- team- user- customer- client- patient- student- teacher- pupil-
    parent- resident- citizen- volunteer- nurse- carer- caregiver- doctor- physician- gp provider-
    clinician- tutor- learner- trainer trainers researcher- librarian- archivist- admin- administrator-
    coordinator- supervisor- director- assistant- receptionist- operator- technician- engineer- developer-
    designer- analyst- consultant- agent- officer- worker- visitor- guest- member- attendee- applicant-
    candidate- tenant- owner- supplier- vendor- contractor partner- stakeholder- sponsor- funder- donor-
    driver- reps accountant- auditor- hr people person family families child children kids mum elderly
    seniors newcomer- intern interns practitioner- therapist- clerk servant- constituent- neighbour-
    editor- reviewer- reader- subscribers coach- organiser- organizer- treasurer- chairman leadership
    management- executive- department- principal- housekeeping cleaner- foremen company companies
    organisation- organization- businesses business council school schools practices waiter- porter-
    planner- marketing sales inspectors temps expert- specialist- professional- leader- lead mentor-
    participant participants advertiser- employer- recruiter- hire hires entrepreneur- neighbourhood
    community ward`,
  // modal verbs
  M: `can could should must may might would will shall`,
  // the requester
  I: `i we us our my me i'm i've we're we've i'll we'll i'd we'd im ive`,
  // others, never by name or role
  H: `they he she you their his her them your they're they've you're someone everyone everybody anyone it's who`,
  // now, always, again
  S: `currently now nowadays presently always often usually sometimes constantly continually continuously still
    again every each daily weekly monthly regularly frequently today existing current already repeatedly whenever
    ever keeps`,
  // units and moments of time
  U: `second- minute- hour- day- week- month- year- hrs mins min weekend- monday- morning- evening- night- shift
    quarter- friday saturday sunday thursday tuesday wednesday afternoon`,
  // knowing, seeing and doing together
  K: `know- knows see sees understand- find finds finding figure- learn- recogni- identif- check verify- sure
    insight- overview- visib- clarity aware trust- plan- decid- compar- discover- stay- demonstrat- determin-
    communicat- collaborat- focus- share- participat- contribut- manag- feel feels hear hears follow- reach- solve-
    answer- rely- control- predict- spot sell reuse- re-used found solved answered notice- noticed help helped
    informed`,
  // the past
  X: `was were did had been thought went said told asked came got stated left lost gave found`,
  // with own, private or shadow before them, a workaround
  O: `phone- laptop- account- desktop- computer list- file notes notebook- drive number mailbox- email- calendar-
    address device- tablet- sheet- database- tool-`,
  // consumer tools and home-made files: with a word of use, a workaround
  0: `whatsapp excel spreadsheet- dropbox gmail hotmail google telegram facebook messenger wetransfer trello icloud
    chatgpt notebook- usb access post-it- doodle- signal instagram`,
  // soon
  Y: `asap urgent- immediately emergency tonight today tomorrow hurry straightaway monday tuesday wednesday thursday
    friday weekend noon`,
  // nice, but what does it mean?
  V: `user-friendly friendly- nice nicer better good great modern intuitive professional attractive appealing
    approachable clear clearer easy easier simple simpler pretty beautiful faster efficien- smart smarter usab-
    navigable accessible cool fresh clean useful experience ux ui look looks optimal improve- enhance- adjust-
    optimi- visible innovat- digital- awesome fun service- quality handy helpful desirable lovely overhaul redesign-
    rethink`,
  // at the end of one's tether
  F: `ridiculous unacceptable insane desperate despair- sigh argh arrgh ugh wtf damn bloody unbelievable hopeless
    absurd furious livid infuriat- stupid nightmare useless honestly seriously disgrace- rubbish crap pathetic
    fuming hate hates nonsense idiot- horrible terrible awful outrageous maddening `,
  // worth in itself
  T: `transparency trust satisfaction quality safety retention engagement overview insight- awareness consistency
    accuracy efficiency productivity collaboration connection- demand confidence involvement wellbeing privacy
    compliance calm control- time attention contact cooperation revenue sales turnover conversion errors mistakes
    costs complaints calls questions accidents waste work decisions answers chances motivation communication
    information knowledge`,
  // many and few
  9: `many most some several lots plenty dozens hundreds thousands few half all both various different three four
    ten two same only`,
  // what leads to what
  4: `lead leads led result- because due therefore means makes making affect- impact-`,
  // out of order
  J: `crash- down offline outage- frozen freeze- froze jammed dead standstill unavailable overheating`,
};
