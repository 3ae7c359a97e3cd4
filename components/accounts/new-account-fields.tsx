import { Field } from '@/components/ui/field'

/** Name, address and a password: what every new account begins with. */
export function NewAccountFields({ wrong }: { wrong: (field: string) => string | undefined }) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        hint="As the class knows you."
        error={wrong('name')}
      />
      <Field label="E-mail" name="email" type="email" autoComplete="username" error={wrong('email')} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. Several words are easy to keep in mind."
        error={wrong('password')}
      />
    </>
  )
}
