import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FieldFailure } from './FieldFailure';

it('says what failed, and asks again on request', async () => {
  const onRetry = jest.fn();
  renderInTestApp(<FieldFailure message="No database." onRetry={onRetry} />);
  expect(await screen.findByRole('status')).toHaveTextContent('No database.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});
