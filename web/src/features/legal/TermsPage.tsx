// The terms, with the version that a registration accepts today (S1-026).
import { useSettings } from '@/app/reference';
import { LegalText } from './LegalText';

export default function TermsPage() {
  return <LegalText text="terms" version={useSettings().data?.terms_version} />;
}
