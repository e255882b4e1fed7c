/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk of METHOD section 5 line by line, call by call: what the engine's
 * short cuts are held against. */
#include "literal-walk.h"

#include <math.h>

void
literal_walk (const OutlayTaskTokens *tokens,
              double                  taper,
              guint                   n_turns,
              LiteralBill             bill,
              gpointer                data)
{
  double prefix = 0;
  guint k = 0;

  for (guint n = 1; n <= n_turns; n++)
    for (guint c = 1; c <= (guint) tokens->calls; c++)
      {
        double said = c == 1 ? tokens->message : 0;
        double cold = c == 1 && n > 1 ? tokens->cold : 0;
        double added = tokens->base + said;

        if (k > 0)
          added = tokens->output + said +
                  tokens->tool_result * (pow (k, taper) - (k > 1 ? pow (k - 1, taper) : 0));

        if (k > 0 && prefix + added > tokens->limit + 0.001)
          {
            bill (&(LiteralCall) { n, 0, prefix, cold, tokens->summary, TRUE }, data);
            prefix = 0;
            added = tokens->base + tokens->summary + said;
            cold = 0;
            k = 0;
          }

        bill (&(LiteralCall) { n, added, prefix, cold, tokens->output, FALSE }, data);
        prefix = prefix + added;
        k = k + 1;
      }
}
