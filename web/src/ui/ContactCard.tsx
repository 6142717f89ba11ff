// How to reach the other side, shown from the moment that both are bound.
import { IconMail, IconMapPin, IconPhone, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/lib/phone';
import classes from './ContactCard.module.css';

export interface Contact {
  name: string;
  person?: string | null;
  phone: string;
  email?: string | null;
  street: string;
  postal_code: string;
  town: string;
}

interface ContactCardProps {
  contact: Contact;
  /** Whose coordinates these are. */
  side: 'client' | 'provider' | 'own';
}

const icon = { size: 20, stroke: 1.75, 'aria-hidden': true } as const;

export function ContactCard({ contact, side }: ContactCardProps) {
  const { t } = useTranslation('ui');
  const address = [contact.street, `${contact.postal_code} ${contact.town}`].join(', ');
  return (
    <section className={classes.card} data-own={side === 'own' || undefined}>
      <h2>{t(`contact.${side}`)}</h2>
      <p className={classes.name}>{contact.name}</p>
      <ul>
        {contact.person && contact.person !== contact.name && (
          <Line icon={<IconUser {...icon} />}>{contact.person}</Line>
        )}
        <Line icon={<IconPhone {...icon} />}>
          <a href={`tel:${contact.phone}`}>{formatPhone(contact.phone)}</a>
        </Line>
        {contact.email && (
          <Line icon={<IconMail {...icon} />}>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </Line>
        )}
        <Line icon={<IconMapPin {...icon} />}>{address}</Line>
      </ul>
    </section>
  );
}

function Line({ icon: drawn, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      {drawn}
      <span>{children}</span>
    </li>
  );
}
