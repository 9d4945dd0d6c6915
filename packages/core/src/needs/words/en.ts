/**
 * The English words behind the tags, to read and to extend. Not shipped: `test/needs/fit.ts` packs them into `en-data.ts`.
 *
 * `word` is that word only; `word-` also its other forms ("report-": reports, reporting, reported).
 */
export const words: Readonly<Record<string, string>> = {
  // things that are built, bought or changed, also names of tools and words for "a possibility"
  A: `app- application- system- dashboard- portal- form intranet- website- site page report- module- button-
    screen- field- filter- export- import- integration- interface- api- database- spreadsheet- template-
    checklist- calendar- chatbot- plugin- widget- tool platform- channel- newsletter- feed- notification-
    reminder- alert- message- menu- dropdown- checkbox- list map chart- table- column- search- link- login-
    account- folder- drive- archive- survey- questionnaire- automation- licence- printer- scanner- laptop-
    phone- tablet- monitor- headset- keyboard- camera- server- kiosk- barcode- badge- tag label- logo- document-
    file inbox- email- mailing helpdesk- tracker- planner- scheduler- timetable- roster- rota editor- log
    logbook- register- manual video- training- meeting- shortcut- crm version- release signature- warning-
    setting- permission- payment- till machine- sensor- device- car forklift- desk- room- summary- timeline-
    format- instructions solution- key photo- picture- card- glasses sign board- box chat- group- status
    password- teams sharepoint outlook access office monday planner excel whatsapp facebook google chatgpt
    ability- option- way feature- function- support`,
  // wishes
  W: `want- need needs needed like please pls wish- request- require- hope suggest- propose- prefer- love looking`,
  // verbs for building, buying and for what a system does
  B: `add- create- build- make develop- integrate- implement- include- provide- display- show shows send sends
    notify- introduce- install- set configure- link import- export- sync- automate- generate- publish- replace-
    upgrade- buy purchase- order migrate- switch- rename- move remove- delete- change update- hide sort- filter-
    search- upload- download- print- email attach- assign- track record- edit- modify- copy merge- bulk enter
    insert- view select- choose mark schedule- book sign extract- archive- approve- reset- post give get put
    offer- launch- organize- arrange- have use open expose- drag scan- subscribe- rotate- apply- restrict-
    access drop click swap- undo hand stick hire- enable- allow let forward plan extend log request- pay sell
    redesign- split reorder- redirect- reply- prompt- listed emailed sent`,
  // what hurts
  P: `hard harder difficult- confus- frustrat- annoy- error- mistake- slow- consuming time-consuming pain-
    problem- struggl- trouble- complain- stress- tiring tired chaos mess unclear mislead- miss missed missing
    lost lose loses losing lack- limit- restrict- counterintuitive outdated duplicate- wrong incorrect-
    incomplete- challeng- bottleneck- barrier- delay- late overdue queue- waste- forget- forgotten unaware risk-
    afraid fear- fail- crash- bug bugs stuck discourag- refuse- complicated lengthy fragmented everywhere
    expensive useless nightmare chase- hunt- guess- angry bounce- gone disappear- vanish- dropped hole- poor-
    bad worst scrap scramble shout- empty unsure expire- overwritten retype- wait waits waiting drops jumps
    black locked logged froze leak- accident- falls sick sickness ill absence- cancelled left rushed jam damage-
    cold leave leaves quit objection- noise cry behind endless forever rework- overrun- transferred unable down
    broken offline outage- dead standstill annoyed cuts mandatory intimidating random afterwards`,
  // how it should be: comparatives and the like
  C: `easier easily quicker quickly faster fewer less better simpler smoother happier shorter lower higher more
    earlier sooner greater effectively efficiently accurate accurately independently right immediately safe
    safely calm themselves ourselves myself well enough fair equal proud welcome happy fit`,
  // verbs of change
  G: `reduc- increas- prevent- improv- eliminat- sav- avoid- speed- streamlin- simplif- shorten- lower rais-
    strengthen- ensur- achiev- enhanc- optimi- halv- cut facilitat- free empower- maintain- keep bring win stop
    end stay help helps enjoy understand protect- identif- respond- spot`,
  // negations
  N: `not no never without don't dont doesn't didn't won't isn't aren't arent wasn't rarely nothing nobody none
    anyone anybody`,
  // cannot
  3: `cannot can't cant couldn't unable impossible`,
  // roles and groups
  R: `staff colleague- employee- manager- team- user- customer- client- patient- student- teacher- pupil- parent-
    resident- citizen- volunteer- nurse- carer- doctor- gp provider- clinician- tutor- learner- trainer trainers
    researcher- librarian- archivist- admin- administrator- coordinator- supervisor- assistant- receptionist-
    operator- technician- engineer- developer- consultant- agent- worker- visitor- guest- member- attendee-
    applicant- candidate- tenant- owner- supplier- vendor- contractor partner- sponsor- funder- donor- driver-
    reps accountant- auditor- hr people person family families child children mum elderly newcomer- intern
    interns practitioner- clerk servant- constituent- neighbour- editor- reviewer- reader- subscribers coach-
    organiser- organizer- treasurer- chairman management- department- principal- housekeeping cleaner- foremen
    company companies businesses business council school practices waiter- porter- planner- marketing sales
    inspectors temps leader- lead mentor- participant participants advertiser- employer- recruiter- hire hires
    entrepreneur- neighbourhood ward`,
  // modal verbs
  M: `can could should must may would will shall`,
  // the requester
  I: `i we us our my me i'm i've we're we've i'd we'd im`,
  // others, never by name or role
  H: `they he she you their his her them your they're they've you're someone everyone everybody anyone it's who`,
  // now, always, again
  S: `currently now always often usually sometimes still again every each daily weekly monthly today existing
    current already whenever ever keeps`,
  // units and moments of time
  U: `second- minute- hour- day- week- month- year- weekend- monday- morning- evening- night- shift quarter-
    friday saturday sunday thursday afternoon`,
  // knowing, seeing and doing together
  K: `know- knows see sees understand- find finds finding figure- learn- recogni- identif- check verify- sure
    insight- clarity plan- decid- compar- discover- stay- demonstrat- determin- communicat- collaborat- focus-
    share- contribut- manag- feel feels hear hears follow- reach- solve- answer- control- predict- spot sell
    reuse- re-used found solved answered notice- noticed help helped informed`,
  // the past
  X: `was were did had been thought went said told asked came got stated left lost gave found`,
  // with own, private or shadow before them, a workaround
  O: `phone- laptop- account- desktop- computer list- file notes notebook- drive number mailbox- email- calendar-
    address device- tablet- sheet- database- tool-`,
  // consumer tools and home-made files: with a word of use, a workaround
  0: `whatsapp excel spreadsheet- dropbox gmail hotmail google telegram facebook messenger wetransfer trello
    icloud chatgpt notebook- usb access post-it- doodle- signal instagram`,
  // soon
  Y: `tonight today tomorrow noon midnight this_morning this_afternoon this_evening in_minutes in_minute few_minutes
    ten_minutes twenty_minutes thirty_minutes five_minutes half_hour next_hour hour_ago since_morning in_five
    in_ten by_friday by_monday before_friday before_monday before_weekend by_noon by_tomorrow before_five
    two_days have_hearing at_two at_three before_board before_my`,
  // nice, but what does it mean?
  V: `user-friendly friendly- nice nicer better good great modern intuitive professional attractive appealing
    approachable clear easy easier simple simpler beautiful faster smarter navigable accessible fresh clean
    useful experience ui look looks improve- enhance- adjust- optimi- visible innovat- digital- fun service-
    quality handy helpful desirable lovely overhaul redesign- rethink`,
  // at the end of one's tether
  F: `ridiculous unacceptable insane desperate- despair- sigh argh arrgh ugh wtf damn- bloody unbelievable hopeless
    absurd furious livid infuriat- fuming nightmare- disgrace- disgust- pathetic hate hates nonsense idiot-
    idiotic moronic horrible horrendous awful outrage- maddening appalling atrocious farce laughable joke
    unreal shambles exasperat- enraged umpteenth beggars baffling insulting insult clueless incompeten-
    seriously honestly fed_up had_enough enough_enough so_frustrating very_frustrating really_frustrating
    sick_of tired_of sick_tired lost_patience losing_patience out_patience my_patience end_tether end_rope
    wits_end my_wits driving_mad driving_crazy driving_nuts drives_mad drives_crazy drives_nuts drives_up
    drive_insane drives_insane driving_insane losing_mind lost_mind going_mad going_crazy tearing_hair
    could_scream could_cry want_cry what_joke what_mess total_joke complete_joke give_up given_up giving_up
    i_done am_done i'm_done im_done nobody_listens nobody_cares doesn't_care thanks_nothing waste_my wasting_my
    last_straw not_again yet_another third_time fourth_time fifth_time tenth_time how_many how_hard why_so
    why_always why_never why_still the_hell what_earth who_earth on_earth who_thought who_designed
    whoever_designed who_came who_invented kidding_me must_joking god_sake love_god lifts_finger lift_finger
    blood_boiling blood_boil beyond_belief can't_believe cannot_believe can't_stand cannot_stand can't_take
    can't_anymore still_nothing nothing_changes never_listens no_excuse nothing_excuses empty_promises
    like_idiots like_children lost_faith i_refuse refuse_to stop_closing stop_ignoring treated_like
    utterly_useless completely_useless absolutely_useless every_damn so_annoying so_angry i'm_angry am_angry
    really_annoying i'm_annoyed sick_hearing begging_for why_bother why_even do_bother crying_out round_bend
    of_promises another_another drives_round what_surprise of_rope so_stupid up_wall nobody_does even_use
    this_stupid oh_great ward_mad been_saying test_these anyone_at up_here anyone_ever ever_answer
    absolutely_nothing broken_promises`,
  // worth in itself
  T: `transparency trust satisfaction quality safety retention overview insight- accuracy collaboration
    connection- demand confidence privacy compliance calm control- time contact sales turnover conversion errors
    mistakes costs complaints calls questions accidents waste work decisions answers chances communication
    information knowledge`,
  // many and few
  9: `many most some several dozens hundreds thousands half all both various different three four ten two same
    only`,
  // what leads to what
  4: `lead leads result- because due therefore means makes making`,
  // out of order
  J: `crash- down offline outage- frozen freeze- froze jammed dead standstill unavailable overheating burst flooding
    leaking gushing smoke stuck failing failed locked_out won't_open not_open will_open won't_start not_start
    has_stopped have_stopped gone_down went_down is_out not_responding nobody_can no-one_can none_work
    can't_log cannot_log can't_access can't_open cannot_open can't_dial can't_reach no_heating no_power
    no_water no_electricity black_screen keeps_crashing keeps_failing broken_down won't_load`,
  // at once
  Q: `asap urgently sos right_away at_once straight_away straightaway can't_wait cannot_wait soon_possible
    quickly_possible need_now need_today needed_today going_off is_urgent very_urgent unable_work can't_work
    cannot_work within_hour before_close gas_smell smell_gas on_fire is_down are_down is_offline are_offline
    at_standstill have_frozen is_overheating come_now urgent_help spoil_hours will_spoil and_rising filling_up
    is_flooding is_leaking due_now on_air is_waiting are_waiting someone_inside somebody_inside one_log
    nobody_log dial_out back_immediately help_right system_down site_down email_down server_down goes_live
    go-live_tomorrow open_tomorrow`,
  // what waits or is about to happen
  L: `waiting queueing queuing queues queue standing idle closes opens starts begins leaves departs expires arrive
    arrives closing deadline due hearing inspection audit exam flight surgeon truck board payroll babies losing
    hurry`,
  // ways to help oneself
  Z: `shadow- usb- post-it- workaround- wetransfer sticky_note sticky_notes own_spreadsheet own_excel own_file
    own_phone own_laptop own_account own_gmail own_email own_database own_template own_notebook own_calendar
    own_system own_zoom own_tool private_phone private_mobile private_email private_number private_account
    private_address private_mail private_gmail personal_phone personal_email personal_account personal_onedrive
    personal_dropbox personal_laptop personal_mobile my_gmail my_hotmail my_dropbox whatsapp_group
    facebook_group whatsapp_instead messenger_group telegram_group take_photo take_photos take_picture
    take_pictures i_photograph paper_diary card_index paper_first one_login one_password same_login share_login
    shares_login shared_password lack_anything around_this get_round built_ourselves made_ourselves knows_about
    secret_dropbox free_trello free_version in_notebook in_excel an_excel our_excel google_sheet google_form
    google_doc via_whatsapp over_whatsapp on_whatsapp by_whatsapp through_whatsapp through_messenger
    via_facebook in_whatsapp in_dropbox to_themselves to_myself next_system her_desktop his_desktop my_desktop
    by_text phone_contacts keep_notebook keep_diary keep_spreadsheet password_colleague use_chatgpt
    using_chatgpt use_dropbox use_wetransfer use_whatsapp access_database we_bypass bypass_system trello_board
    telegram_chat whatsapp_chat gmail_box private_google own_desktop own_desktops my_diary our_phones
    husband's_printer secret_notebook a_notebook own_lists my_list paper_log ourselves_google sheet_google`,
};
