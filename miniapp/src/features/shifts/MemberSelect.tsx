/** One of those who work for the org. */
import { useQuery } from '@tanstack/react-query';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { SelectField } from '../../ui/Field';

interface Props {
  label: string;
  value: string;
  onChange: (id: string) => void;
  /** What it says where nobody has to be chosen. */
  nobody?: string;
  wrong?: string | undefined;
}

export function MemberSelect({ label, value, onChange, nobody, wrong }: Props) {
  const org = useOrg();
  const members = useQuery({
    queryKey: ['members', org.org_id, 'first'],
    queryFn: async () => {
      const params = { path: org, query: { limit: 100 } };
      return (await api.GET('/api/v1/organizations/{org_id}/members', { params })).data!.items;
    },
  });
  return (
    <SelectField
      label={label}
      wrong={wrong}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      required={!nobody}
    >
      <option value="">{nobody ?? ''}</option>
      {members.data?.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
