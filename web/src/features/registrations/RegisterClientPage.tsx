import { RegisterForm } from './RegisterForm';

export default function RegisterClientPage() {
  return <RegisterForm kind="client" />;
}
