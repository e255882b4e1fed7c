/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stopwatch.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The first run warms caches up and is not counted. */
Times
measure (Work     work,
         gpointer data,
         guint    n_runs)
{
  g_autofree double *times = g_new (double, n_runs);

  work (data);
  for (guint i = 0; i < n_runs; i++)
    {
      double before = now ();

      work (data);
      times[i] = now () - before;
    }
  qsort (times, n_runs, sizeof *times, compare_doubles);

  return (Times) { times[0], times[n_runs / 2], times[n_runs - 1] };
}

void
print_headings (void)
{
  printf ("%-44s %10s %10s   %s\n", "", "median", "worst", "against");
}

/* @other is a time to hold the median against; 0 for none. */
void
print_times (const char *what,
             Times       times,
             const char *against,
             double      other)
{
  printf ("%-44s %7.3f ms %7.3f ms", what, times.median / 1e3, times.worst / 1e3);
  if (other > 0)
    printf ("   %.2f x %s", times.median / other, against);
  putchar ('\n');
}

#define N_STEPS 50000

/* Four doubles; on a processor without such vectors, two and two. */
typedef double Quad __attribute__ ((vector_size (32)));

#define N_SUMS 16

/* Compiled for the widest vectors that the engine uses, too. */
#if defined (__x86_64__) && defined (__gnu_linux__)
#define WIDE __attribute__ ((target_clones ("avx2", "default")))
#else
#define WIDE
#endif

/* As many sums at once as keep the processor busy. */
WIDE static void
multiply_and_add (gpointer data)
{
  const Quad factor = { 0.999, 0.998, 0.997, 0.996 };
  Quad a = { 1 }, b = { 2 }, c = { 3 }, d = { 4 };

  for (guint step = 0; step < N_STEPS; step++)
    {
      a = a * factor + 1;
      b = b * factor + 1;
      c = c * factor + 1;
      d = d * factor + 1;
    }
  *(Quad *) data = a + b + c + d;
}

double
multiply_adds_a_microsecond (void)
{
  Quad sum;
  Times times = measure (multiply_and_add, &sum, 201);

  return (double) N_SUMS * N_STEPS / times.median;
}
