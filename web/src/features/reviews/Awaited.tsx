// A mission is reviewed once (S1-092).
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/ui/Link';
import { EmptyState } from '@/ui/states';

interface AwaitedProps {
  awaited: boolean;
  /** The mission's page. */
  back: string;
  children: ReactNode;
}

/** The form stays while the review that it sent changes what is awaited. */
export function Awaited({ awaited, back, children }: AwaitedProps) {
  const [begun, setBegun] = useState(awaited);
  if (awaited && !begun) setBegun(true);
  return begun ? children : <NotNow title="given" back={back} />;
}

interface NotNowProps {
  title: 'tooEarly' | 'given' | 'ofLot';
  back: string;
}

export function NotNow({ title, back }: NotNowProps) {
  const { t } = useTranslation('reviews');
  return (
    <EmptyState
      asPageTitle
      title={t(title)}
      action={
        <ButtonLink href={back} variant="default">
          {t('back')}
        </ButtonLink>
      }
    />
  );
}
