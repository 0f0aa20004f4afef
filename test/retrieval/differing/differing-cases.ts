/** A question and two sentences of different articles on the subject of the question. */
export type Case = [question: string, one: string, other: string];

/** The two give different figures for what is asked. */
export const DIFFER: Case[] = [
  // Not how many were asked, but what they said
  [
    'How many residents have a cellar?',
    'Of those we asked, 720 residents have one.',
    'The list names 640 residents.',
  ],

  // Lengths
  [
    'How high did the river rise?',
    'The gauge read 5.82 metres.',
    'He found a line at 6.10 metres.',
  ],
  [
    'How high did the river rise?',
    'The river rose by four metres.',
    'The river rose by 5.5 m overnight.',
  ],
  ['How deep is the lake?', 'The lake is 31 m deep.', 'The lake is forty-four metres deep.'],
  [
    'How long is the bridge?',
    'The bridge is 614 metres long.',
    'From end to end it measures 641 metres.',
  ],
  [
    'How wide is the strait?',
    'The strait is 3 km wide.',
    'At its mouth the strait is 4.5 kilometres wide.',
  ],
  [
    'How far is the star?',
    'The star is 23.4 light years away.',
    'They put the star at 27.1 light-years.',
  ],
  [
    'How tall is the tower?',
    'The tower stands 120 ft tall.',
    'The tower, 138 feet, was the tallest.',
  ],
  [
    'What is the length of the tunnel?',
    'The tunnel has a length of 1,900 metres.',
    'The tunnel is 2,140 metres.',
  ],
  ['What is the height of the wall?', 'The wall is 1.4 metres.', 'The wall will be 1,8 metres.'],
  ['How many metres did the river rise?', 'It rose by 4.2 metres.', 'It rose by 3.9 metres.'],
  // Money
  [
    'What did the flood cost?',
    'The damage is 38.4 million crowns.',
    'Our estimate is 61 million crowns.',
  ],
  [
    'How much was the damage?',
    'Damage of 38.4 million crowns was counted.',
    'They put it at 61,000,000 crowns.',
  ],
  ['How much does a ticket cost?', 'A ticket is $12.', 'A ticket is $15.50.'],
  ['How much does a ticket cost?', 'Tickets are €9.', 'They charge 11 euros at the door.'],
  ['What is the price of the book?', 'The book sells for £20.', 'It was sold for 25 pounds.'],
  [
    'What is the budget of the council?',
    'The budget is 1.94 billion crowns.',
    'It spends 2.3 billion crowns.',
  ],
  [
    'How much did the repairs cost?',
    'Repairs took half a million crowns.',
    'Repairs took 700,000 crowns.',
  ],
  ['How much did the repairs cost?', 'They paid twelve thousand euros.', 'They paid 15 000 euros.'],
  // Shares
  [
    'What share of the people voted?',
    'Turnout was 71.3 per cent.',
    'Only 64 % of the people voted.',
  ],
  [
    'What percentage of homes was flooded?',
    'Of all homes 12 percent were flooded.',
    'A count gave 19 per cent.',
  ],
  ['What was the turnout?', 'Turnout was 71%.', 'Turnout was 67%.'],
  // Durations
  [
    'How long did the strike last?',
    'The strike lasted 23 days.',
    'The strike was over after nineteen days.',
  ],
  ['How long did the rescue take?', 'It took fifty-two minutes.', 'It took 64 minutes in all.'],
  [
    'How many days did the fund take?',
    'The fund took 34 days on average.',
    'The average wait was 71 days.',
  ],
  [
    'How many hours was the power out?',
    'The power was out for eleven hours.',
    'The power was out for 14 hours.',
  ],
  [
    'How old is the bridge?',
    'The bridge is 90 years old.',
    'The bridge is a hundred and twelve years old.',
  ],
  [
    'How many weeks did the talks last?',
    'Talks went on for six weeks.',
    'Talks went on for nine weeks.',
  ],
  // Mass, volume, speed, temperature, energy, data
  ['How heavy is the bell?', 'The bell weighs 340 kilograms.', 'The bell weighs 410 kg.'],
  ['How much does the anchor weigh?', 'The anchor weighs two tonnes.', 'It weighs 3.5 tonnes.'],
  [
    'How much diesel was lost?',
    'Around 900 litres of diesel were lost.',
    'It lost 2,400 litres of diesel.',
  ],
  ['How fast was the ferry?', 'The ferry made 11 knots.', 'The ferry went at 14 knots.'],
  [
    'How fast was the train?',
    'The train ran at 80 km/h.',
    'The train ran at 110 kilometres per hour.',
  ],
  ['How hot is the star?', 'It is at about 310 °C.', 'It is at 420 °C.'],
  ['How cold was the hall?', 'The hall was at 4 degrees.', 'The hall was kept at 7 degrees.'],
  [
    'How much energy do the turbines make?',
    'They made 24.9 GWh.',
    'They made 22.6 gigawatt-hours.',
  ],
  ['How big is the download?', 'The download is 6.3 GB.', 'The download is 7.1 GB.'],
  // Counts
  ['How many homes were flooded?', 'They counted 412 homes.', 'Water stood in 530 homes.'],
  ['How many homes were flooded?', 'Helpers reached 412 households.', 'Water stood in 530 homes.'],
  ['How many people were hurt?', 'Nineteen people were hurt.', 'Twenty-seven people saw a doctor.'],
  [
    'How many passengers were on the ferry?',
    'There were 87 passengers.',
    'I counted 91 passengers.',
  ],
  [
    'How many passengers were on the ferry?',
    'There were 87 passengers and six crew.',
    'But it says 87 passengers, and I counted 91 on my quay.',
  ],
  [
    'How many employees were on strike?',
    'He said that 409 of the plant’s 455 employees took part.',
    'On our count, 362 of 455 employees stayed away.',
  ],
  [
    'How many workers were on strike?',
    'Some 300 workers stayed out.',
    'A full 450 employees stayed out.',
  ],
  [
    'How many members does the guild have?',
    'The guild has 112 members.',
    'The guild has 143 active members.',
  ],
  [
    'How many pupils learn the language?',
    'It is taught to 740 pupils.',
    'There are 912 pupils now.',
  ],
  ['How many ships called?', 'In all 4,318 ships called.', 'The harbour saw 5,020 ships.'],
  ['How many panels were missing?', 'Two panels were missing.', 'Three panels were missing.'],
  [
    'How many panels were missing?',
    'Two of its fourteen aluminium panels were gone.',
    'We say that three panels were gone.',
  ],
  ['How many votes did green get?', 'Green got 5,904 votes.', 'Green got 6,120 votes.'],
  ['How many hot meals were served?', 'She served 1,900 hot meals.', 'She served 2,600 hot meals.'],
  [
    'What was the number of visitors?',
    'There were 38,600 visitors.',
    'There were 41,000 visitors.',
  ],
  [
    'How many residents does the town have?',
    'The town has 12,000 inhabitants.',
    'The town has 13,400 residents.',
  ],
  // Dates
  ['When did the bridge open?', 'It opened on 3 July 1932.', 'It opened on 5 July 1932.'],
  ['When did the bridge open?', 'It opened on July 3, 1932.', 'It opened on 3 August 1932.'],
  ['When did the raid open?', 'It opened on 1 May.', 'It opened on 8 May 2025.'],
  ['When was the museum founded?', 'It was founded in 1986.', 'It was founded in 1983.'],
  [
    'In which year was the wall built?',
    'The wall was built in 1911.',
    'The wall was built in 1923.',
  ],
  ['When did the strike begin?', 'It began on 2025-02-06.', 'It began on 9 February 2025.'],
  ['When is the next meeting?', 'It is on 6 October.', 'It is on 13 October.'],
  ['What month did the work start?', 'Work began in March 1929.', 'Work began in May 1929.'],
  // Clock times
  [
    'What time did the sirens go off?',
    'The sirens followed at 22:05.',
    'The earliest was ten minutes to midnight.',
  ],
  [
    'What time did the sirens go off?',
    'The sirens sounded at 10:05 pm.',
    'The sirens sounded at 23:50.',
  ],
  ['What time does the shop open?', 'The shop opens at 9 am.', 'The shop opens at 10 a.m.'],
  ['When did the ferry leave?', 'The ferry left at 17:10.', 'The ferry left at 17:18.'],
  ['What time did it end?', 'It ended at noon.', 'It ended at 12:30.'],
];

/** The two agree, or cannot be compared. */
export const AGREE: Case[] = [
  // How many were asked
  [
    'How many households were evacuated?',
    'We asked 214 households when they first knew.',
    'The brigade brought 412 households to safety.',
  ],
  [
    'How many residents have a cellar?',
    'The survey polled about 1,900 residents.',
    'The list names 640 residents.',
  ],

  // The same figure
  ['How high did the river rise?', 'It rose to 5.82 metres.', 'The gauge read 5.82 m.'],
  ['How high did the river rise?', 'It rose by four metres.', 'It rose by 4 metres.'],
  ['How much was the damage?', 'It was 38.4 million crowns.', 'It was 38,400,000 crowns.'],
  ['How much was the damage?', 'It was 1,900 crowns.', 'It was 1 900 crowns.'],
  ['How many people were hurt?', 'Twenty-seven people were hurt.', 'There were 27 people.'],
  ['How many people were hurt?', 'A hundred people were hurt.', 'One hundred people were hurt.'],
  ['What share voted?', 'Turnout was 71 %.', 'It was 71 per cent.'],
  ['What was the level?', 'It was 5,82 metres.', 'It was 5.82 metres.'],
  ['How many meals were served?', 'She served two dozen meals.', 'She served 24 meals.'],
  // The same date or time
  ['When did the bridge open?', 'It opened on 3 July 1932.', 'It opened on July 3, 1932.'],
  ['When did the bridge open?', 'It opened on 3 July 1932.', 'It opened in July 1932.'],
  ['When did the bridge open?', 'It opened on 3 July 1932.', 'It opened in 1932.'],
  ['When did the raid open?', 'It opens on 1 May.', 'It opened on 1 May 2025.'],
  ['When did the raid open?', 'It opened on 2025-05-01.', 'It opened on 1 May 2025.'],
  ['What time did the sirens go off?', 'They sounded at 22:05.', 'They sounded at 10:05 pm.'],
  ['What time did it end?', 'It ended at noon.', 'It ended at 12:00.'],
  ['What time did it end?', 'It ended at midnight.', 'It ended at 12 am.'],
  // Approximations, roundings and ranges that agree
  ['How high did the river rise?', 'It rose by about 6 metres.', 'It rose by 5.82 metres.'],
  ['How high did the river rise?', 'It rose to 5.8 metres.', 'It rose to 5.82 metres.'],
  ['How much was the damage?', 'It was 38 million crowns.', 'It was 38.4 million crowns.'],
  ['How many people were hurt?', 'More than 20 people were hurt.', 'There were 27 people.'],
  [
    'How many people were hurt?',
    'At least nineteen people were hurt.',
    'Twenty-seven people were hurt.',
  ],
  ['How many people were hurt?', 'Up to 30 people were hurt.', 'Twenty-seven people were hurt.'],
  [
    'How many people were hurt?',
    'Between 20 and 30 people were hurt.',
    'Twenty-seven people were hurt.',
  ],
  ['How many people were hurt?', 'Some 400 people were hurt.', 'They counted 412 people.'],
  ['How many people were hurt?', 'They counted 400 people.', 'They counted 412 people.'],
  [
    'How old is the star?',
    'It is two to six billion years old.',
    'It is about four billion years old.',
  ],
  ['How much rain fell?', 'There fell 60 to 80 millimetres.', 'There fell 71 millimetres.'],
  ['How many meals were served?', 'She served nearly 2,000 meals.', 'She served 1,900 meals.'],
  ['How long did it take?', 'It took less than an hour: under 60 minutes.', 'It took 52 minutes.'],
  // Other units: nothing is converted
  ['How high did the river rise?', 'It rose by 5.82 metres.', 'It rose by 19 feet.'],
  ['How far is the town?', 'The town is 12 kilometres away.', 'The town is 7.5 miles away.'],
  ['How much does a ticket cost?', 'A ticket is €9.', 'A ticket is $10.'],
  ['How long did it take?', 'It took 90 minutes.', 'It took two hours.'],
  ['How hot is it?', 'It is 20 °C.', 'It is 68 °F.'],
  ['How heavy is the bell?', 'It weighs 340 kilograms.', 'It weighs 750 lb.'],
  // Other kinds of figures
  ['How high did the river rise?', 'It rose by 5.82 metres.', 'It rose for eleven hours.'],
  ['How high did the river rise?', 'It rose by 5.82 metres.', 'It flooded 530 homes.'],
  ['How much was the damage?', 'It was 38.4 million crowns.', 'It took 371 applicants.'],
  ['How many homes were flooded?', 'They counted 412 homes.', 'The flood took 530 boats.'],
  ['How many homes were flooded?', 'They counted 412 homes.', 'Nineteen people were hurt.'],
  [
    'How many passengers were on board?',
    'There were 87 passengers.',
    'There were six crew on board.',
  ],
  ['When did the sirens sound?', 'They sounded at 22:05.', 'They sounded on 14 November.'],
  ['When did the bridge open?', 'It opened on 3 July 1932.', 'It cost 4.1 million crowns.'],
  [
    'How many employees were on strike?',
    'They were 409 of 455 employees.',
    'A vote of 318 to 71 ended it.',
  ],
  // Several figures of the kind: it is not known which
  [
    'How much did the bridge cost?',
    'It cost 4.1 million crowns, 300,000 crowns less than planned.',
    'It cost 5 million crowns.',
  ],
  ['How high is the wall?', 'It is 1.4 metres high and 614 metres long.', 'It is 2 metres high.'],
  ['When was it built?', 'It was built from March 1929 to June 1932.', 'It was built in 1935.'],
  [
    'How many seats does it have?',
    'Of the seats, 14 seats are red and 12 seats are green.',
    'There are 41 seats.',
  ],
  ['What time is it open?', 'It is open from 08:00 to 20:00.', 'It opens at 09:00.'],
  // Other years
  [
    'How many visitors came?',
    'In 2024 there were 38,600 visitors.',
    'In 1986 there were 700 visitors.',
  ],
  ['What was the turnout?', 'In 2021 turnout was 71 %.', 'In 2017 turnout was 66 %.'],
  ['How much energy was made?', 'In 2024 it was 24.9 GWh.', 'In 2023 it was 22.6 GWh.'],
  [
    'What does a ticket cost?',
    'Since 2025 a ticket is 12 crowns.',
    'In 2019 a ticket was 9 crowns.',
  ],
  // No figure is asked for
  ['Who saw the flood?', 'He saw 5.82 metres.', 'She saw 6.10 metres.'],
  ['Why did the river rise?', 'There fell 131 millimetres.', 'There fell 80 millimetres.'],
  ['Where did the water stand?', 'It stood at 5.82 metres.', 'It stood at 6.10 metres.'],
  ['What happened at the quay?', 'The gauge read 5.82 metres.', 'The gauge read 6.10 metres.'],
  ['Was anybody hurt?', 'Nineteen people were hurt.', 'Twenty-seven people were hurt.'],
  ['Tell me about the ferry', 'It had 87 passengers.', 'It had 91 passengers.'],
  // Figures that are none
  ['How many homes were flooded?', 'One home was flooded.', 'A home was flooded first.'],
  ['How many buoys are there?', 'Buoy No. 4 had drifted.', 'Buoy No. 6 had drifted.'],
  ['How high is it?', 'See page 5.', 'See figure 6.'],
  ['When did it open?', 'It opened last week.', 'It opened in spring.'],
  ['How many members may vote?', 'Every member may vote.', 'All 412 members may vote.'],
];

/** Both differ, but one is about something else: the subject, with the title of its article. */
export const OTHER_SUBJECTS: [question: string, one: string, other: string, otherTitle: string][] =
  [
    [
      'How high is the Eiffel Tower?',
      'The Eiffel Tower is 330 metres.',
      'The radio mast is 120 metres.',
      'A mast',
    ],
    [
      'How many people died in the Solvei accident?',
      'On the Solvei two people died.',
      'In the mine 14 people died.',
      'The mine',
    ],
    [
      'How long did the cannery strike last?',
      'The cannery strike lasted 23 days.',
      'The winter was 94 days.',
      'Ice',
    ],
    [
      'When was the Long Bridge opened?',
      'The Long Bridge opened in 1932.',
      'The tunnel opened in 1981.',
      'Tunnel',
    ],
    [
      'What did the new hall cost?',
      'The new hall was 87 million crowns.',
      'A boat was 3 million crowns.',
      'Boats',
    ],
    [
      'How many visitors came in 2024?',
      'There were 38,600 visitors in 2024.',
      'There were 700 visitors.',
      'Museum',
    ],
  ];
