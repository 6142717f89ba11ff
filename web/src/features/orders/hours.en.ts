// Work by the hour, in English: its sheets, what is done with them, and how it ends.
export const contest = {
  button: 'Contest',
  title: 'Contest sheet {{number}}',
  message: 'What is not right',
  hint: 'Which day, and how many hours in your view.',
  submit: 'Contest the sheet',
  note: '{{name}} puts its hours right and sends you the sheet again. You can contest as often as it takes.',
  done: 'The sheet is contested: {{name}} is told.',
};

export const approve = {
  button: 'Approve',
  title: 'Approve sheet {{number}}?',
  price: 'You approve {{duration}} of work by {{name}}, for',
  next: 'The next sheet opens at once.',
  nextIsLast: 'The next sheet, the last one, is sent to you at once.',
  completes: 'It is the last sheet: the mission is completed.',
  final: 'These hours no longer change afterwards.',
  done: 'The sheet is approved.',
};

export const stopHours = {
  button: 'Stop the mission',
  title: 'Stop this mission?',
  noMore: 'No further sheet opens.',
  client: {
    started: 'The sheet under way ({{duration}}) is sent to you: you still look at it.',
    delivered: 'You still look at the hours that are logged already.',
    revision_requested: '{{name}} first puts right the sheet that you contest.',
  },
  provider: {
    started: 'The sheet under way ({{duration}}) goes to {{name}}, who looks at it.',
    delivered: '{{name}} still looks at the hours that you logged already.',
    revision_requested: 'You first put right the sheet that is contested.',
  },
  empty: 'All that is logged is approved: the mission is completed.',
  told: '{{name}} is told.',
  final: 'To go on later would take a new offer.',
  done: 'The mission is stopped.',
};

export const weekly = {
  button: 'Change the weekly limit',
  title: 'The weekly limit',
  label: 'Hours a week, at most',
  hint: 'Leave it empty for no limit.',
  note: 'More hours are allowed at once. Fewer hours hold from next Monday on: this week stays as agreed.',
  submit: 'Save the limit',
  done: 'The limit is changed.',
  doneLater: 'The limit changes from {{day}} on.',
  coming: '{{hours}} h from {{day}} on',
};

export const timesheet = {
  title: 'Hours',
  week: 'This week',
  all: 'In all',
  of: 'of {{hours}} h',
  about: 'of about {{hours}} h',
  rate: 'Hourly rate',
  net: 'excl. VAT',
  vat: 'VAT {{rate}}',
  none: 'No hours are logged',
  noneClient: 'The hours that {{name}} logs will stand here, day by day.',
  noneProvider: 'Log your first hours: they add up on sheet 1.',
  noneText: 'Nothing was logged on this mission.',
  empty: 'No hours on this sheet for now.',
  ahead: 'In preparation',
  list: 'Hours of sheet {{number}}',
  removeNamed: 'Remove {{duration}} of {{day}}: {{what}}',
  removed: '{{duration}} removed from the sheet.',
};

export const log = {
  title: 'Log hours',
  onNext: '{{name}} is looking at sheet {{sent}}: your new hours go to sheet {{open}}.',
  day: 'Day',
  duration: 'Duration',
  hours: 'Hours',
  minutes: 'Minutes',
  what: 'What was done',
  submit: 'Log these hours',
  done: '{{duration}} logged on sheet {{sheet}}.',
};
