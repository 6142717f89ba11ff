import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'Find an idea',
  description:
    'Wedding, village fete, seminar, birthday: ideas for events, ready to become a tender.',
  lead: 'Twelve ways out of the ordinary. Each fills in a tender for you: the text, the trades; then you change whatever you like.',
  filter: 'Kind of event',
  all: 'All',
  use: 'Start from this idea',
  useNamed: 'Start from this idea: {{title}}',
  own: {
    title: 'Already have your own?',
    text: 'Start from a blank page: a sample text awaits you for every kind of event.',
    action: 'Describe my event',
  },
  kinds: {
    wedding: 'Wedding',
    town_fete: 'Town fete',
    birthday: 'Birthday',
    school_fete: 'School, association',
    seminar: 'Seminar',
    conference: 'Conference',
    gala: 'Gala',
    christmas_party: 'Christmas party',
    product_launch: 'Opening',
  },
  items: {
    guinguette: {
      title: 'The riverside guinguette',
      pitch: 'Lanterns, long tables, and an accordion that drifts from musette to rock.',
      text: 'We are getting married and dream of an open-air guinguette: long tables under an open tent, string lights and lanterns, simple food to share (boards, grills, salads) and a cocktail bar in the spirit of a village dance. A band would play live, from musette to pop, so that every generation dances. We welcome ideas for a shelter in case of rain. Please detail what your service includes and your price.',
    },
    verger: {
      title: 'I do, under the apple trees',
      pitch: 'A secular ceremony in an orchard, a quartet, and a meal that arrives by truck.',
      text: 'We would like a secular ceremony in an orchard, with an officiant who takes the time to know us, a string quartet for the entrance and the exit, and an arch of seasonal flowers. The meal would be served by one or two food trucks, without a seating plan. A photographer would follow the day, from the preparations to sunset. Please state your needs (power, water, access) and your price.',
    },
    'cinema-plein-air': {
      title: 'Cinema under the stars',
      pitch: 'A giant screen on the square, deckchairs, and the film starts at nightfall.',
      text: 'Our town is holding a free open-air film night for everyone. We are looking for an inflatable or framed screen, a projector fit for a summer night and sound that respects the neighbours, together with two or three food trucks from late afternoon. A first-aid post will be needed. Please state the audience size you advise, whether screening rights are included, and your price.',
    },
    'bal-des-voisins': {
      title: 'The neighbours’ grand ball',
      pitch: 'One hour to learn the steps, the rest of the night to forget them.',
      text: 'We want a neighbourhood ball where everybody dares to dance: a one-hour lesson (rock, waltz, group dances), then a band until midnight. We will need tables, benches and a dance floor, and a bar with local drinks. The audience is families, from 5 to 90 years old. Please detail the equipment you bring and your price.',
    },
    'fanfare-au-reveil': {
      title: 'A brass band for a wake-up call',
      pitch: 'Ten brass players under the window at eleven, then a lunch that never ends.',
      text: 'For a surprise birthday we would love a brass band to arrive under the windows late in the morning, play for half an hour and stay for drinks. A chef would then cook at home for about thirty people, and a spectacular cake would end the meal. A discreet photographer would keep the memory of the surprise. Please suggest a duration, a repertoire or a menu, and your price.',
    },
    'cabaret-au-salon': {
      title: 'A cabaret in the living room',
      pitch: 'Three acts, a bar, and nobody knows who comes next.',
      text: 'We are turning our living room into a small cabaret for a birthday: a magician going from table to table, a comedian for a set of about twenty minutes, a caricaturist drawing the guests, and a bartender behind the counter all evening. We will be about forty adults. Please state the space you need and your price.',
    },
    'cirque-des-enfants': {
      title: 'They are the circus',
      pitch: 'In the morning they learn to juggle, in the afternoon they are the stars.',
      text: 'The school is holding its end-of-year fete on the theme of the circus. We are looking for performers to run workshops in the morning (juggling, balance, clowning), then a show in which the children take part in the afternoon, together with face painting, an inflatable and an ice-cream stand. About 150 children aged 3 to 11. Please state your insurance, the supervision needed and your price.',
    },
    'seminaire-vert': {
      title: 'The seminar in the country',
      pitch: 'A big house, an open kitchen, and not a single slide.',
      text: 'Our team is leaving for two days in the country to work differently. We are looking for a house with a work room and bedrooms on site, an outdoor team activity, a chef who cooks with us on the first evening, and a shuttle from the station. There are about twenty of us. Please state what is included per person and your price.',
    },
    'conference-dessinee': {
      title: 'The illustrated talk',
      pitch: 'While the speaker talks, the wall fills with drawings.',
      text: 'We are holding a talk open to the public, followed by a discussion. We are looking for a speaker, an illustrator who draws live on a big screen or a mural, a recording with live streaming, and drinks to close the evening. About 200 people on site. Please suggest a subject or references, and your price.',
    },
    'gala-des-lumieres': {
      title: 'The gala of lights',
      pitch: 'The room starts in the dark; every award lights one more lamp.',
      text: 'Our association is holding its yearly awards and wishes to stage them with light: the room brightens little by little, with each winner. We are looking for a master of ceremonies, a lighting designer, a jazz band, a caterer for a seated dinner and a valet service. About 250 guests. Please describe your proposal and your price.',
    },
    'noel-a-l-atelier': {
      title: 'Christmas in the workshop',
      pitch: 'The children make the presents; Father Christmas only has to hand them out.',
      text: 'For our company’s Christmas party we imagine a workshop where children make a present with their parents, a magician, an afternoon tea, a photo booth and the arrival of Father Christmas. About 80 children and their families, on a Saturday afternoon in December. Please detail the programme you suggest and your price.',
    },
    'inauguration-chantier': {
      title: 'Opening before it is built',
      pitch: 'Helmets for the guests, a stage on the scaffolding, and the building as the star.',
      text: 'We want to open our building while it is still a building site: a light stage, a dance show that plays with the architecture, a cocktail bar and a short film to share afterwards. About 120 guests, from late afternoon into the night. Please state your technical and safety needs, and your price.',
    },
  },
} satisfies Texts<typeof fr>;
