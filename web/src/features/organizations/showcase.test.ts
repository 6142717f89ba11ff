import { expect, it } from 'vitest';
import type { Organization } from './queries';
import { newProject, showcaseChangeOf, showcaseOf } from './showcase';

const photo = (file: string) => ({ file, alt: 'La piste', content: `/v1/files/${file}/content` });

const organization = {
  photos: [photo('fil_1'), photo('fil_2')],
  portfolio: [
    { title: 'Mariage', year: 2024, description: '', photo: photo('fil_3') },
    { title: 'Gala', year: null, description: 'Deux scènes.', photo: null },
  ],
  social_links: ['https://instagram.com/leo'],
} as unknown as Organization;

const form = showcaseOf(organization);

it('sends nothing when nothing changed', () => {
  expect(showcaseChangeOf(form, organization)).toEqual({});
});

it('sends the photos alone when only they changed places', () => {
  const photos = form.photos.toReversed();
  expect(showcaseChangeOf({ ...form, photos }, organization)).toEqual({
    photos: [
      { file: 'fil_2', alt: 'La piste' },
      { file: 'fil_1', alt: 'La piste' },
    ],
  });
});

it('sends the portfolio whole, without what only the form knows', () => {
  const portfolio = [form.portfolio[1]!, { ...newProject(), title: 'Bal', year: '2025' }];
  expect(showcaseChangeOf({ ...form, portfolio }, organization)).toEqual({
    portfolio: [
      { title: 'Gala', year: null, description: 'Deux scènes.', photo: null },
      { title: 'Bal', year: 2025, description: '', photo: null },
    ],
  });
});

it('drops links that were left empty', () => {
  const links = (social_links: string[]) =>
    showcaseChangeOf({ ...form, social_links }, organization);
  expect(links([...form.social_links, '', '  '])).toEqual({});
  expect(links(['', 'https://vimeo.com/leo'])).toEqual({ social_links: ['https://vimeo.com/leo'] });
  expect(links([''])).toEqual({ social_links: [] });
});
