// What the form of photos, portfolio and links holds; only what differs is sent.
import type { PhotoForm } from '@/app/PhotoFields';
import { differing } from './form';
import type { Organization, OrganizationChange } from './queries';

export interface ProjectForm {
  /** Tells it from the others while they change places. */
  key: string;
  title: string;
  /** As a field holds it: empty while there is none. */
  year: number | string;
  description: string;
  photo: PhotoForm | null;
}

export interface ShowcaseForm extends Record<string, unknown> {
  photos: PhotoForm[];
  portfolio: ProjectForm[];
  social_links: string[];
}

export const newProject = (): ProjectForm => ({
  key: crypto.randomUUID(),
  title: '',
  year: '',
  description: '',
  photo: null,
});

const photoOf = ({ file, alt }: PhotoForm): PhotoForm => ({ file, alt });

export function showcaseOf(organization: Organization): ShowcaseForm {
  const { photos, portfolio, social_links } = organization;
  return {
    photos: photos.map(photoOf),
    portfolio: portfolio.map(({ title, year, description, photo }, index) => ({
      key: String(index),
      title,
      year: year ?? '',
      description,
      photo: photo ? photoOf(photo) : null,
    })),
    social_links,
  };
}

/** A line that was added and left empty is no link. */
export const filled = (links: string[]) => links.filter((link) => link.trim() !== '');

const yearOf = (typed: ProjectForm['year']) => (typed === '' ? null : Number(typed));

function bodyOf({ photos, portfolio, social_links }: ShowcaseForm) {
  return {
    photos,
    portfolio: portfolio.map(({ title, year, description, photo }) => ({
      title,
      year: yearOf(year),
      description,
      photo,
    })),
    social_links: filled(social_links),
  };
}

export function showcaseChangeOf(form: ShowcaseForm, organization: Organization) {
  return differing(bodyOf(form), bodyOf(showcaseOf(organization))) as OrganizationChange;
}
