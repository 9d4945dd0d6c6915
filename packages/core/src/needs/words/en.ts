/**
 * The English words behind the tags, to read and to extend. Not shipped: `test/needs/fit.ts` packs them into `en-data.ts`.
 *
 * `word` is that word only; `word-` also its other forms ("report-": reports, reporting, reported).
 */
export const words: Readonly<Record<string, string>> = {
  // things that are built, bought or changed, also names of tools and words for "a possibility"
  A: `app- application- system- dashboard- portal- form intranet- website- page report- button- screen- field-
    filter- export- integration- database- spreadsheet- template- checklist- calendar- chatbot- tool platform-
    channel- newsletter- notification- reminder- alert- message- list link- account- automation- printer-
    scanner- laptop- phone- badge- scheduler- video- training- payment- desk- room- photo- sign chat- teams
    sharepoint access excel whatsapp facebook ability- option- way feature- function- support`,
  // wishes
  W: `want- need needs needed like please pls wish- request- require- hope suggest- propose- prefer- love
    looking`,
  // verbs for building, buying and for what a system does
  B: `add- create- implement- include- provide- display- show send introduce- install- export- automate-
    replace- buy order switch- move remove- hide filter- print- record- view mark schedule- sign give get put
    have scan- apply- access drop enable- allow let request-`,
  // what hurts
  P: `unclear mistake- error- hassle queue- wrong missing overdue double delay- chaos freez- stuck losing hard harder difficult- confus- annoy- slow- problem- struggl- miss lost loses lack- limit- forget- fear-
    fail- discourag- complicated hunt- guess- disappear- hole- poor- empty wait drops behind unable down
    broken intimidating`,
  // how it should be: comparatives and the like
  C: `easier easily quickly fewer less better shorter lower more greater right`,
  // verbs of change
  G: `reduc- increas- prevent- improv- eliminat- avoid- speed- streamlin- simplif- lower ensur- enhanc-
    empower- help helps identif- spot`,
  // negations
  N: `not no never without don't dont doesn't didn't won't isn't aren't arent wasn't rarely nothing nobody
    none anyone anybody`,
  // cannot
  3: `cannot can't cant couldn't unable impossible`,
  // roles and groups
  R: `staff landlord- respondent- crew- technician- claimant- driver- doctor- secretary cook clerk- planner-
    caretaker- relative- apprentice- colleague- manager- team- user- customer- client- patient- student- teacher- pupil- parent-
    resident- citizen- volunteer- nurse- clinician- librarian- admin- coordinator- supervisor- engineer-
    agent- guest- applicant- candidate- tenant- supplier- vendor- reps hr people person family families child
    children interns servant- constituent- neighbour- coach- organizer- department- foremen companies council
    waiter- temps participants`,
  // modal verbs
  M: `can could should must may would will shall`,
  // the requester
  I: `i we us our my me i'm i've we're we've i'd we'd im`,
  // others, never by name or role
  H: `they he she you their his her them your they're they've you're someone everyone everybody anyone it's
    who`,
  // now, always, again
  S: `currently now often sometimes still again every each current ever`,
  // units and moments of time
  U: `minute- day- week-`,
  // knowing, seeing and doing together
  K: `know- overview insight see understand- find learn- identif- sure feel answer- spot help informed`,
  // the past
  X: `was were had lost`,
  // nice, but what does it mean?
  V: `friendly- better modern attractive appealing easier simple smarter useful experience ui look improve-
    enhance- digital- service-`,
  // worth in itself
  T: `time`,
  // many and few
  9: `many some half only`,
  // what leads to what
  4: `result- because means`,
};

/** Words and pairs that tell a tone by themselves: they start with a weight that is enough. Labelled sentences correct it. */
export const tones = {
  frustration: `ridiculous insane fucking shit unbelievable furious infuriating fuming disgrace pathetic awful farce joke
    shambles umpteenth useless frustrated unacceptable absurd fed_up sick_of tired_of had_enough nobody_listens giving_up
    a_mess`,
  urgency: `asap urgently immediately emergency right_now right_away by_tomorrow by_noon is_down are_down before_noon
    queueing this_afternoon`,
  workaround: `workaround bypass sticky own_spreadsheet own_excel own_list private_phone personal_phone whatsapp_group dropbox gmail
    wetransfer post-it by_heart home-made`,
};
