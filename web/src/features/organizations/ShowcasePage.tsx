// What a provider shows of its work on its sheet: photos, a portfolio, links to its social networks (S1-124, S1-125,
// S1-127). What a plan that has ended no longer gives is kept, hidden: it may be re-ordered and removed (S1-131).
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { PhotosFields } from '@/app/PhotosFields';
import { plansQuery } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toast';
import { LinksFields } from './LinksFields';
import { PortfolioFields } from './PortfolioFields';
import { saveOrganization, useSaved, type Organization } from './queries';
import { SheetFrame } from './SheetFrame';
import { filled, showcaseChangeOf, showcaseOf } from './showcase';

export default function ShowcasePage() {
  return (
    <SheetFrame current="showcase">
      {(organization) => (
        <>
          {organization.portfolio_max === 0 && <WithVip />}
          <Showcase key={organization.version} organization={organization} />
        </>
      )}
    </SheetFrame>
  );
}

function WithVip() {
  const { t } = useTranslation('organizations');
  const vip = useQuery(plansQuery).data?.items.find(({ plan }) => plan === 'vip_plus');
  if (!vip) return null;
  return (
    <Notice
      title={t('showcase.vip')}
      action={
        <ButtonLink variant="default" href={urls.subscription}>
          {t('showcase.vipAction')}
        </ButtonLink>
      }
    >
      {t('showcase.vipText', { photos: vip.photos_max, projects: vip.portfolio_max })}
    </Notice>
  );
}

function Showcase({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const keep = useSaved();
  const form = useApiForm({
    initialValues: showcaseOf(organization),
    send: (values) =>
      saveOrganization(organization.version, showcaseChangeOf(values, organization)),
    onDone: (saved) => {
      keep(saved);
      toast.done(t('showcase.done'));
    },
  });
  const { photos, social_links } = form.form.getValues();
  const { photos_max, portfolio_max, social_links_shown } = organization;
  function submit(event?: FormEvent<HTMLFormElement>) {
    // What is not sent leaves the form too, so that a refusal stands under its own link.
    form.form.setFieldValue('social_links', filled(social_links));
    form.submit(event);
  }
  return (
    <Form form={{ ...form, submit }} submitLabel={t('showcase.submit')}>
      <PhotosFields
        form={form}
        most={photos_max}
        shown={photos_max}
        hint={useHint(photos.length, photos_max)}
      />
      {(portfolio_max > 0 || organization.portfolio.length > 0) && (
        <PortfolioFields form={form} most={portfolio_max} />
      )}
      {(social_links_shown || organization.social_links.length > 0) && (
        <LinksFields form={form} shown={social_links_shown} />
      )}
    </Form>
  );
}

/** How many photos the plan gives, then what they are good for, or what became of those beyond. */
function useHint(count: number, most: number): string {
  const { t } = useTranslation('organizations');
  const limit = t('showcase.photosHint', { count: most });
  if (count > most) return `${limit} ${t('showcase.photosHidden')}`;
  return count === 0 && most > 0 ? `${limit} ${t('showcase.photosEmpty')}` : limit;
}
