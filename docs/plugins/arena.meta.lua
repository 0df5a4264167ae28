---@meta
-- What plugins see, for lua-language-server. Made from the host's own tables by
-- `RECORD=1 swift test --filter GeneratedFilesTests`; don't edit it by hand.

---@alias arena.Actor arena.Person|arena.Organisation|string
---@alias arena.Text string
---@alias arena.Label string|string[]
---@alias arena.FieldType "text"|"rich"|"choice"|"perspective"|"integer"|"number"|"boolean"|"items"|"count"|"date"|"actor"|"person"|"organisation"|"group"|"contribution"|"slot"|"block"|"place"|"next_step"|"strategy_element"|"record"|"reference"|"members"|"next_steps"
---@alias arena.RecordType "arena"|"block"|"place"|"person"|"organisation"|"group"|"membership"|"contribution"|"report"|"next_step"|"strategy_element"|"link"|"remark"|"vote"|"attachment"|"slot"

---@class arena.List<T>: { [integer]: T }
---@field where fun(self: arena.List, values: table<string, any>): arena.List
---@field map fun(self: arena.List, f: fun(item: any, index: integer): any): any[]
---@field filter fun(self: arena.List, f: fun(item: any, index: integer): boolean): any[]
---@field find fun(self: arena.List, item: any): any, integer
---@field find_if fun(self: arena.List, f: fun(item: any): boolean): any, integer
---@field includes fun(self: arena.List, item: any): boolean
---@field sort fun(self: arena.List, before?: fun(a: any, b: any): boolean)
---@field add fun(self: arena.List, values: table<string, any>): arena.Record
---@field remove fun(self: arena.List, item: any)

---@class arena.Stated
---@field text string As written.
---@field value number|string|nil What was read from it.

---@class arena.Item
---@field text string
---@field category string?
---@field items arena.Item[]
---@field bullet boolean false is a paragraph.
---@field mark string?
---@field id string

---@class arena.Elsewhere
---@field arena string
---@field code string?
---@field title string?

---@class arena.Section
---@field name string?
---@field heading string?
---@field value any

---@class arena.Finding
---@field severity "error"|"warning"|"note"
---@field check string
---@field message string
---@field fix string
---@field record arena.Record?

---@class arena.Composition
---@field people integer
---@field sides table<string, integer>
---@field largest string?
---@field share number
---@field missing string[]

---@class arena.Table
---@field title string?
---@field columns arena.declare.field[]
---@field rows table<string, any>[]

---@class arena.Step
---@field [1] string The action.
---@field why string?

---@class arena.Format
---@field name string
---@field title string
---@field summary string
---@field version string
---@field slot table As declared.
---@field group table As declared.
---@field person table As declared.
---@field contribution table As declared.
---@field next_step table As declared.
---@field roles table By position and by name.
---@field perspectives table By position and by name.
---@field composition table? As declared.
---@field templates table By position and by name.
---@field remarks table By position and by name.
---@field ballots table By position and by name.
---@field content table By position and by name.
---@field settings table<string, any> The organiser's choices; one that isn't declared raises.
---@field programme table By position and by name.
---@field phases table By position and by name.
---@field actions table By position and by name.
---@field checks table By position and by name.
---@field proposals table By position and by name.
---@field views table By position and by name.
---@field parts table By position and by name.
---@field groups arena.List<arena.Group>
---@field slots arena.List<arena.Block>
---@field phase string?

---@class arena.Record
---@field id string A UUID; stable.
---@field type string The record's type, such as `group`.
---@field added string When it was added, in UTC.
---@field changed string When it was last changed, in UTC.
---@field revision integer Starts at 1 and grows with every change.
---@field remarks arena.List<arena.Remark> What was said about it.
---@field links arena.List<arena.Link> Links from it and to it.
---@field fields table<string, any> What the format added.
---@field label fun(self: arena.Record, field: string): string The heading of a field.
---@field show fun(self: arena.Record, field: string): string The value of a field as text.
---@field render fun(self: arena.Record, field: string): pandoc.Blocks The value of a field as Blocks: rich text parsed, items as lists.
---@field tally fun(self: arena.Record, ballot: string): integer The dots that it got in a ballot.

---@class arena.Arena: arena.Record
---@field title string? What the arena is called.
---@field series string? The series that the arena belongs to.
---@field number integer? Its number in the series.
---@field aims string? What the arena is for.
---@field theme string? The theme in a line.
---@field questions arena.List<string> The questions of the theme.
---@field language string? Language of the arena: nb, nn, en, …
---@field timezone string? IANA time zone of all local times.
---@field days arena.List<string> The days of the arena, in order.
---@field venue string? The house.
---@field city string? The town.
---@field organisers arena.List<arena.Actor> Who holds the arena.
---@field commissioners arena.List<arena.Actor> Who asked for the inputs.
---@field totals arena.List<table> Totals as stated, each with its source; several may disagree.
---@field blocks arena.List<arena.Block> All blocks.
---@field places arena.List<arena.Place> All places.
---@field people arena.List<arena.Person> All people.
---@field organisations arena.List<arena.Organisation> All organisations.
---@field groups arena.List<arena.Group> All groups.
---@field memberships arena.List<arena.Membership> All memberships.
---@field contributions arena.List<arena.Contribution> All contributions.
---@field reports arena.List<arena.Report> All reports.
---@field next_steps arena.List<arena.NextStep> All next steps.
---@field remarks arena.List<arena.Remark> All remarks.
---@field votes arena.List<arena.Vote> All votes.
---@field strategy_elements arena.List<arena.StrategyElement> All strategy elements.
---@field links arena.List<arena.Link> All links.
---@field slots arena.List<arena.Block> The blocks in which groups meet, by number.
---@field formats arena.Format[] The formats in use, in order.
---@field format arena.Format? The plugin's own format; nil in other kinds.
---@field today string Today's date where the arena is.
---@field now string The local date and time, such as `2020-01-22T09:00`.
---@field group fun(self: arena.Arena, code: string): arena.Group? The group with a code.
---@field person fun(self: arena.Arena, name: string): arena.Person? The person with a name or alias.
---@field organisation fun(self: arena.Arena, name: string): arena.Organisation? The organisation with a name.
---@field contribution fun(self: arena.Arena, code: string): arena.Contribution? The contribution with a code.
---@field slot fun(self: arena.Arena, number: integer): arena.Block? The slot with a number.
---@field place fun(self: arena.Arena, name: string): arena.Place? The place with a name.
---@field strategy_element fun(self: arena.Arena, code: string): arena.StrategyElement? The strategy element with a code.
---@field say fun(self: arena.Arena, text: string, values?: table<string, any>): string A text of the plugin in the arena's language, its keys filled.
---@field findings fun(self: arena.Arena): arena.Finding[] What the rules and all checks find, worst first.
---@field composition fun(self: arena.Arena, people: arena.Person[]): arena.Composition How many bring each side, and the greatest share.
---@field chapters fun(self: arena.Arena, at: string, record?: arena.Record): pandoc.Blocks What the arena's formats add to its report there: their `parts`.
---@field utc fun(self: arena.Arena, time: string): string A local time in UTC.

---@class arena.Block: arena.Record
---@field day integer? Day of the arena, from 1; 0 is the day before.
---@field starts string? Local time at which it starts.
---@field ends string? Local time at which it ends.
---@field kind string? A slot is a block in which groups meet side by side.
---@field number integer? A slot's number, running across days.
---@field title string? What the programme calls it.
---@field speakers arena.List<arena.Actor> Who speaks.
---@field date string? The ISO date of its day.
---@field format arena.Format? The format that fills the slot.
---@field groups arena.List<arena.Group> The groups that meet in it.

---@class arena.Place: arena.Record
---@field name string? The room's name.
---@field capacity integer? How many it seats.
---@field note string? What to know of it.
---@field corner boolean A corner made when all rooms were taken.

---@class arena.Person: arena.Record
---@field name string? The name; may be unknown.
---@field aliases arena.List<string> Other spellings met.
---@field title string? Work title.
---@field organisation arena.Organisation? Where the person belongs.
---@field perspectives arena.List<string> The sides that the person brings.
---@field contact string? E-mail, telephone or address.
---@field consent string? What may be shown of the person.
---@field language string? The person's language.
---@field note string? What the organiser must know.
---@field memberships arena.List<arena.Membership> Where the person is in which role.
---@field groups arena.List<arena.Group> The groups that the person is in.

---@class arena.Organisation: arena.Record
---@field name string? The name.
---@field aliases arena.List<string> Other spellings met.
---@field kind string? What kind of organisation.

---@class arena.Group: arena.Record
---@field code string? Its code, as stated; never renumbered.
---@field codes arena.List<string> All codes that it goes by.
---@field title string? The topic.
---@field challenge string? The challenge in words.
---@field place arena.Place? Where it meets.
---@field state string? Where it stands.
---@field open boolean Open to newcomers.
---@field headcount arena.Stated? How many took part, as stated.
---@field members_complete boolean Whether the list of members is complete.
---@field part_of arena.Group? The group that it is a part of.
---@field format arena.Format? The format that it belongs to.
---@field slots arena.List<arena.Block> When it meets, by number.
---@field parts arena.List<arena.Group> The groups that are parts of it.
---@field memberships arena.List<arena.Membership> Who is in it, by role.
---@field contributions arena.List<arena.Contribution> What it handed in.
---@field reports arena.List<arena.Report> Its filled templates.
---@field next_steps arena.List<arena.NextStep> What is to be done after it.
---@field people fun(self: arena.Group, role?: string, slot?: arena.Block): arena.List<arena.Person> The people in the group, by role, then arrival.
---@field actors fun(self: arena.Group, role?: string, slot?: arena.Block): arena.Actor[] The same with organisations, and names as written.

---@class arena.Membership: arena.Record
---@field actor arena.Actor? Who.
---@field written string? The name as written in the source.
---@field group arena.Group? Where.
---@field role string? Role, as the format names it.
---@field state string? Signed up, present, or stated afterwards.
---@field slots arena.List<arena.Block> When; none: whenever the group meets.
---@field attendance string? The whole, a day, a part: as stated.
---@field person arena.Person? The actor, where it is a person.

---@class arena.Contribution: arena.Record
---@field code string? Its code, as stated; never renumbered.
---@field title string? Its title.
---@field groups arena.List<arena.Group> Who handed it in.
---@field slot arena.Block? When it was made.
---@field kind string? Kind, as the format names it; none: unstated.
---@field refers_to arena.List<arena.Record> What it builds on.
---@field reference string? The reference as stated.
---@field body arena.Item[] Items and paragraphs, each with an id.
---@field addressees arena.List<arena.Actor> Whom it asks.
---@field language string? The language that it is written in.
---@field group arena.Group? The first of its groups.
---@field referred_by arena.List<arena.Contribution> The contributions that build on it.
---@field next_steps arena.List<arena.NextStep> What is to be done about it.

---@class arena.Report: arena.Record
---@field template string? The template that it fills.
---@field of arena.Record? The group, block, person or arena that it is of.
---@field slot arena.Block? For reports of one meeting: which.
---@field state string? A missing one exists, too.
---@field sections arena.Section[] In order, and by name: each has `name`, `heading` and `value`.

---@class arena.NextStep: arena.Record
---@field about arena.Record? What it follows up.
---@field what string? What is to be done.
---@field who arena.List<arena.Actor> Who does it.
---@field due arena.Stated? When.
---@field where string? Where.
---@field backup arena.Stated? The date to fall back on.
---@field contact arena.Actor? Who calls.
---@field state string? State, as the format names it.
---@field follow_ups arena.List<table> What became of it, in order.

---@class arena.StrategyElement: arena.Record
---@field framework string? The strategy or plan.
---@field kind string? Pillar, measure, call: the framework's word.
---@field code string? Its number in the framework.
---@field title string? Its title.
---@field text string? What it says.
---@field parent arena.StrategyElement? The element that it lies under.
---@field addressees arena.List<arena.Actor> Whom it asks.
---@field statuses arena.List<table> What became of it, each dated.

---@class arena.Link: arena.Record
---@field kind string? merged_into, split_from, continues, traces_to, hands_over_to, …
---@field from arena.Record|arena.Elsewhere? From which record, or one of another arena.
---@field to arena.Record|arena.Elsewhere? To which record, or one of another arena.
---@field basis string? A suggestion is never exported as a fact.
---@field by arena.List<arena.Actor> Who says so.
---@field when string? When it was said.
---@field why string? Why.

---@class arena.Remark: arena.Record
---@field kind string? Kind, as the format names it.
---@field on arena.Record? What it hangs on.
---@field by arena.Actor? Who says so.
---@field text string? What is said.

---@class arena.Vote: arena.Record
---@field ballot string? The ballot, as the format names it.
---@field on arena.Record? What gets the dots.
---@field by arena.Actor? Who votes.
---@field dots integer? How many dots.

---@class arena.Attachment: arena.Record
---@field name string? The file's name.
---@field media_type string? Its media type.
---@field digest string? SHA-256 of the content, in hexadecimal.
---@field on arena.Record? For pictures and enclosures: what it belongs to.
---@field importer string? The importer that read it.
---@field lines arena.List<table> Which of its lines became which value, and what the source said.
---@field left_over arena.List<table> What could not be placed.

---@class arena.Tx: arena.Arena
---@field actor arena.Actor? Who acts.
---@field act fun(self: arena.Tx, action: string, params: table<string, any>): arena.Record? Another action of this format; rules hold, phases don't.
---@field tell fun(self: arena.Tx, text: string, values?: table<string, any>): nil A note; the action goes on.
---@field object fun(self: arena.Tx, text: string, values?: table<string, any>): nil Stops the action, unless --anyway; then it is journalled.
---@field refuse fun(self: arena.Tx, text: string, values?: table<string, any>): nil Ends the action with a sentence for the user; nothing is changed.
---@field take fun(self: arena.Tx, entry: table, values?: table<string, any>): arena.Record? Importers: the host's own placing, repeatable.

---In a plugin's own tests.
---@class arena.TestArena: arena.Arena
---@field tells string[] What actions had to say.
---@field objections string[] What was objected, where they went on anyway.
---@field act fun(self: arena.TestArena, action: string, params?: table<string, any>, options?: table<string, any>): arena.Record? Runs an action as `arena do` would, phases and all; options are `by` and `anyway`.
---@field view fun(self: arena.TestArena, name: string, params?: table<string, any>): string[][] The rows of a view, as text.
---@field propose fun(self: arena.TestArena, name: string, params?: table<string, any>): table[] The steps of a proposal, `{ action, param = text, why }`, and `note`.
---@field accept fun(self: arena.TestArena, name: string, params?: table<string, any>): integer Runs the steps of a proposal as actions and says how many there were.
---@field check fun(self: arena.TestArena, name: string): string[] The messages of one of the plugin's checks.
---@field export fun(self: arena.TestArena, reporter: string, format?: string, options?: table<string, any>, edition?: string): string What a reporter writes; without a format a document is CommonMark.
---@field import fun(self: arena.TestArena, name: string, text: string): nil Imports a file, through the importer that is tested or the one for such names.

---@class arena.Expectation
---@field equals fun(self: arena.Expectation, wanted: any): nil The same value, or a table with the same.
---@field contains fun(self: arena.Expectation, wanted: any): nil A part of a string, or an item of a list.
---@field fails fun(self: arena.Expectation, words?: string): nil The function raises, with these words in its message.

---@type fun(what: string, body: function): nil Groups tests; nests.
describe = nil

---@type fun(does: string, body: function): nil One test.
it = nil

---@type fun(options?: table<string, any>): arena.TestArena An arena in memory, as `arena new` makes it, writable as in a transaction.
arena = nil

---@type fun(value: any): arena.Expectation Begins an expectation.
expect = nil

---A session format: who meets, in which roles, and what comes of it.
---@class (exact) arena.declare.format
---@field api integer The contract that the plugin was written for.
---@field kind "format"|"reporter"|"importer"|"filter"|"check" What it is.
---@field title string What people call it.
---@field summary? string What it is for, in a sentence.
---@field version? string The author's own version.
---@field language? string The language of its texts.
---@field slot? arena.declare.slot What slots are called, and what the format adds.
---@field group arena.declare.group What meets.
---@field person? arena.declare.person What people are called, and what is added.
---@field contribution? arena.declare.contribution What groups hand in.
---@field next_step? arena.declare.next_step Next steps.
---@field roles arena.declare.role[] Who people are in a group.
---@field perspectives? arena.declare.term[] The sides that people bring.
---@field composition? arena.declare.composition The mixture that groups need.
---@field templates? arena.declare.template[] Reports, plans and evaluations to fill.
---@field remarks? arena.declare.remark[] Personas, comments, reflections.
---@field ballots? arena.declare.ballot[] Votes with dots.
---@field content? arena.declare.content[] Standing texts: principles, aims.
---@field settings? arena.declare.field[] The organiser's choices.
---@field programme? arena.declare.block[] Blocks that `arena new` makes.
---@field phases? arena.declare.phase[] The first holds at the start.
---@field actions arena.declare.action[] What people can do, in order.
---@field checks? arena.declare.check[] What to look after.
---@field proposals? arena.declare.proposal[] Computed plans to accept.
---@field views? arena.declare.view[] Computed tables to show.
---@field parts? arena.declare.part[] Chapters for the arena's report.

---The blocks in which groups meet side by side.
---@class (exact) arena.declare.slot
---@field noun? string What one is called.
---@field nouns? string What several are called.
---@field labels? table<string, arena.Label> Labels for the model's own fields, by name.
---@field fields? arena.declare.field[] What the format adds.

---The people of the arena.
---@class (exact) arena.declare.person
---@field noun? string What one is called.
---@field nouns? string What several are called.
---@field labels? table<string, arena.Label> Labels for the model's own fields, by name.
---@field fields? arena.declare.field[] What the format adds.

---What meets: a conversation, a team, a table.
---@class (exact) arena.declare.group
---@field noun? string What one is called.
---@field nouns? string What several are called.
---@field labels? table<string, arena.Label> Labels for the model's own fields, by name.
---@field fields? arena.declare.field[] What the format adds.
---@field code? string How codes are made.
---@field part_code? string The code of a part, after a split.
---@field joined_code? string The code after a merge.
---@field meets? "announced"|"throughout" In the slots named, or in all slots of the format.
---@field corner? string Name of a place that is made when all are taken.

---What groups hand in.
---@class (exact) arena.declare.contribution
---@field noun? string What one is called.
---@field nouns? string What several are called.
---@field labels? table<string, arena.Label> Labels for the model's own fields, by name.
---@field fields? arena.declare.field[] What the format adds.
---@field code? string How codes are made; further ones of a group get -2, -3.
---@field kinds? arena.declare.kind[] The kinds of it.

---What is to be done, by whom, and when.
---@class (exact) arena.declare.next_step
---@field noun? string What one is called.
---@field nouns? string What several are called.
---@field labels? table<string, arena.Label> Labels for the model's own fields, by name.
---@field fields? arena.declare.field[] What the format adds.
---@field states? arena.declare.term[] The first is where one begins.

---A name to choose from: a perspective, a category, a state.
---@class (exact) arena.declare.term
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.

---A value to fill in; its type stands second: `{ "name", "text" }`.
---@class (exact) arena.declare.field
---@field [1] string Its name.
---@field [2] arena.FieldType Its type.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field required? boolean It must be filled.
---@field many? boolean A list; one value will do.
---@field default? any A constant of the type.
---@field of? arena.declare.term[] The terms of a `choice`.
---@field categories? arena.declare.term[] Terms to sort `items` into.
---@field personal? boolean Withheld as contacts are.

---Who somebody is in a group.
---@class (exact) arena.declare.role
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field count? integer|string How many a group has: `1`, `0..1`, `1..`.
---@field exclusive? boolean Two places in one slot is an error, not a note.
---@field holder? "person"|"organisation"|"actor" Owners may be organisations.

---A kind of contribution.
---@class (exact) arena.declare.kind
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field refers_to? "contribution"|"group"|"strategy_element" What it must build on; earlier only.
---@field during? string[] Where it is offered; default everywhere.
---@field fields? arena.declare.field[] What contributions of the kind add.

---The mixture that each group needs.
---@class (exact) arena.declare.composition
---@field sides string[] Each group needs one of each.
---@field largest? number The greatest share of one side, above 0 and at most 1.

---A report, plan or evaluation to fill.
---@class (exact) arena.declare.template
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field per? "group"|"meeting"|"block"|"person"|"arena" What each is of; a meeting is a group in a slot.
---@field fields arena.declare.field[] Its sections, in order.

---Something said about a record.
---@class (exact) arena.declare.remark
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field on arena.RecordType What it hangs on.
---@field fields? arena.declare.field[] Beside `text` and `by`.

---A vote with dots.
---@class (exact) arena.declare.ballot
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field on? "contribution"|"group" What gets the dots.
---@field dots? integer For each voter.
---@field most? integer At most so many on one thing.

---A standing text.
---@class (exact) arena.declare.content
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field text string CommonMark.

---A block of the programme that `arena new` makes.
---@class (exact) arena.declare.block
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field kind? "slot"|"plenary"|"talk"|"preparation"|"circle"|"break"|"other" Groups meet in slots.
---@field day? integer|"each" `each`; 1, 2 …; -1 the last; 0 the day before.
---@field count? integer So many in a row.

---A stretch of the arena's life.
---@class (exact) arena.declare.phase
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field allows? string[] Which actions are offered.

---What people can do: a shared action of the host, or one of your own.
---@class (exact) arena.declare.action
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field ["as"]? string The role that it gives.
---@field agreed_by? string The role whose word each group concerned must give, in a parameter of this name.
---@field params? arena.declare.field[] Of your own action.
---@field run? fun(tx: arena.Tx, p: table): arena.Record? What your own action does.
---@field before? fun(tx: arena.Tx, p: table): nil Hook on a shared action; may refuse.
---@field after? fun(tx: arena.Tx, p: table, record: arena.Record?): nil Hook on a shared action, with the record that it made.

---Something to look after: findings, never refusals.
---@class (exact) arena.declare.check
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field each? arena.RecordType Called once for each.
---@field scope? "format"|"arena" The format's own records, or everybody's.
---@field severity? "error"|"warning"|"note" How bad it is.
---@field message string What is wrong, and where.
---@field fix string What to do, whom to ask.
---@field when fun(record: arena.Record, arena: arena.Arena): boolean|table|nil Says whether something is wrong.

---A computed plan: steps to look at and accept.
---@class (exact) arena.declare.proposal
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field params? arena.declare.field[] What to ask before.
---@field propose fun(arena: arena.Arena, p: table): arena.Step[] Computes the steps.

---A computed table to show.
---@class (exact) arena.declare.view
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field params? arena.declare.field[] What to ask before.
---@field table fun(arena: arena.Arena, p: table): arena.Table Computes the table.

---A chapter for the arena's report.
---@class (exact) arena.declare.part
---@field [1] string Its name.
---@field label? arena.Label What people read; of a list the first is written, all are recognised.
---@field help? string A sentence for whoever fills it in or chooses it.
---@field at "overview"|"method"|"day"|"group"|"evaluation"|"appendix" Where it stands; day and group: once for each.
---@field blocks fun(record: arena.Record, arena: arena.Arena): pandoc.Blocks? Writes it.

---Arena in; a document, tables or text out. It has one or more of the three functions.
---@class (exact) arena.declare.reporter
---@field api integer The contract that the plugin was written for.
---@field kind "format"|"reporter"|"importer"|"filter"|"check" What it is.
---@field title string What people call it.
---@field summary? string What it is for, in a sentence.
---@field version? string The author's own version.
---@field language? string The language of its texts.
---@field options? arena.declare.field[] What `o` holds.
---@field document? fun(arena: arena.Arena, o: table): pandoc.Pandoc Makes a document.
---@field tables? fun(arena: arena.Arena, o: table): arena.Table[] Makes tables.
---@field text? fun(arena: arena.Arena, o: table): string|string[] Makes a text.
---@field extension? string The file's ending, for `text`.

---A file in, actions out.
---@class (exact) arena.declare.importer
---@field api integer The contract that the plugin was written for.
---@field kind "format"|"reporter"|"importer"|"filter"|"check" What it is.
---@field title string What people call it.
---@field summary? string What it is for, in a sentence.
---@field version? string The author's own version.
---@field language? string The language of its texts.
---@field files string[] The endings of the files that it reads.
---@field reads "entries"|"rows"|"document"|"text" What the host makes of a file.
---@field record? arena.RecordType What a row is.
---@field columns? arena.declare.field[] Beyond the record's fields.
---@field each? fun(tx: arena.Tx, x: any): nil Takes one in.

---Document in, document out.
---@class (exact) arena.declare.filter
---@field api integer The contract that the plugin was written for.
---@field kind "format"|"reporter"|"importer"|"filter"|"check" What it is.
---@field title string What people call it.
---@field summary? string What it is for, in a sentence.
---@field version? string The author's own version.
---@field language? string The language of its texts.
---@field filter table A pandoc filter, or a list of them.

---Arena in, findings out; for arenas of any format.
---@class (exact) arena.declare.check_plugin
---@field api integer The contract that the plugin was written for.
---@field kind "format"|"reporter"|"importer"|"filter"|"check" What it is.
---@field title string What people call it.
---@field summary? string What it is for, in a sentence.
---@field version? string The author's own version.
---@field language? string The language of its texts.
---@field checks arena.declare.check[] As in a format.

---@type any
pandoc = nil

---Pairs in the order of the keys.
---@param t table
---@param less? fun(a: any, b: any): boolean
---@return fun(): any, any
function sorted(t, less) end
