/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and sums logs, and says what it found, how long that took and how much
 * memory: ledger-sum PATH... */
#include "collector.h"

#include <stdio.h>
#include <sys/resource.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (Collector) collector = collector_new ();
  gint64 before = g_get_monotonic_time ();
  struct rusage usage;
  CollectorSums sums;

  if (argc < 2)
    {
      fputs ("usage: ledger-sum PATH...\n", stderr);
      return 2;
    }

  collector_read (collector, (const char * const *) argv + 1, NULL, g_get_num_processors ());
  sums = collector_sum (collector);
  getrusage (RUSAGE_SELF, &usage);
  printf ("{\"messages\": %" G_GINT64_FORMAT ", \"input\": %" G_GINT64_FORMAT
          ", \"cache_write_5m\": %" G_GINT64_FORMAT ", \"cache_write_1h\": %" G_GINT64_FORMAT
          ", \"cache_read\": %" G_GINT64_FORMAT ", \"output\": %" G_GINT64_FORMAT
          ", \"nano_dollars\": %" G_GINT64_FORMAT ", \"milliseconds\": %" G_GINT64_FORMAT
          ", \"kilobytes\": %ld}\n",
          sums.calls, sums.tokens.input, sums.tokens.write_5m, sums.tokens.write_1h,
          sums.tokens.read, sums.tokens.output, sums.cost,
          (g_get_monotonic_time () - before) / 1000, usage.ru_maxrss);

  return 0;
}
