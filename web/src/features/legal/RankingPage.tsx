import { LegalText } from './LegalText';

export default function RankingPage() {
  return <LegalText text="ranking" />;
}
