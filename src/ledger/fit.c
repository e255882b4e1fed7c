/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 4 and 5, read backwards: from what calls cost in tokens to the
 * inputs that say so.
 *
 * All sums are kept for up to MAX_GROUPS groups of sessions. An interval comes
 * from drawing groups again, with replacement: sessions differ far more than the
 * calls within one. */
#include "fit.h"

#include <math.h>
#include <stdlib.h>

#define MAX_GROUPS 2000
#define DRAWS      400

/* Sums over sessions from which every estimate is made. */
typedef struct
{
  double sessions;
  double turns, turns_squared;
  double several;              /* sessions of more than one turn */
  double calls;
  double first;                /* first prompts */
  double output;
  /* Normal equations of: growth = u * (first call of a turn) + r * (step of sqrt k) */
  double uu, ur, rr, ug, rg, gg;
  double growths;
  double asked[2], warm[2];    /* messages behind the first, by cache lifetime */
  double misses;
} Sums;

#define N_SUMS (sizeof (Sums) / sizeof (double))

/* The session that is being read. */
typedef struct
{
  double   turns, calls;
  double   k;            /* calls since the start or the last compaction */
  double   prompt, output;
  gboolean in_turn;      /* a call has answered the turn's message */
  gboolean long_lived;   /* it writes to the 1-hour cache */
} Session;

struct _OutlayFit
{
  Sums    *groups;
  guint64  n_sessions;
  Session  session;
  Sums     sums;       /* of the session */
  double  *draws[OUTLAY_N_FITS];
  double   whole[OUTLAY_N_FITS];
  Sums     total;
};

OutlayFit *
outlay_fit_new (void)
{
  OutlayFit *fit = g_new0 (OutlayFit, 1);

  fit->groups = g_new0 (Sums, MAX_GROUPS);

  return fit;
}

void
outlay_fit_free (OutlayFit *fit)
{
  for (guint i = 0; i < OUTLAY_N_FITS; i++)
    g_free (fit->draws[i]);
  g_free (fit->groups);
  g_free (fit);
}

static void
add (Sums       *sums,
     const Sums *more)
{
  double *to = (double *) sums;
  const double *from = (const double *) more;

  for (gsize i = 0; i < N_SUMS; i++)
    to[i] += from[i];
}

/* The context grew by the last answer, by the message and by what tools brought
 * in. Where it shrank, something was taken out: that says nothing of growth. */
static void
add_growth (OutlayFit *fit,
            double     prompt)
{
  Session *session = &fit->session;
  Sums *sums = &fit->sums;
  double growth = prompt - session->prompt - session->output;
  double u = session->in_turn ? 0 : 1;
  double r = sqrt (session->k) - sqrt (session->k - 1);

  if (prompt < session->prompt)
    return;

  sums->uu += u * u;
  sums->ur += u * r;
  sums->rr += r * r;
  sums->ug += u * growth;
  sums->rg += r * growth;
  sums->gg += growth * growth;
  sums->growths++;
}

/* A call that reads less than half of the prompt before it found the cache cold. */
static void
add_warmth (OutlayFit          *fit,
            const OutlayTokens *tokens,
            double              scale)
{
  Session *session = &fit->session;
  gboolean is_miss = (double) tokens->read * scale < 0.5 * session->prompt;

  fit->sums.misses += is_miss;
  if (session->in_turn)
    return;

  fit->sums.asked[session->long_lived]++;
  fit->sums.warm[session->long_lived] += !is_miss;
}

static void
add_call (OutlayFit         *fit,
          const OutlayUsage *usage,
          double             scale)
{
  Session *session = &fit->session;
  double prompt = (double) outlay_tokens_prompt (&usage->tokens) * scale;

  session->turns = MAX (session->turns, 1);

  /* Something was taken out, and the log does not say so. */
  if (prompt < 0.5 * session->prompt)
    session->k = 0;

  if (session->calls == 0)
    fit->sums.first = prompt;
  else if (session->k > 0)
    {
      add_warmth (fit, &usage->tokens, scale);
      add_growth (fit, prompt);
    }

  session->long_lived = session->long_lived || usage->tokens.write_1h > 0;
  session->prompt = prompt;
  session->output = (double) usage->output_estimate * scale;
  session->in_turn = TRUE;
  session->calls++;
  session->k++;
  fit->sums.output += session->output;
}

/**
 * outlay_fit_add:
 * @fit: a fit
 * @usage: what happened next in the session; sub-agents' calls are left out
 * @tokenizer: of its model: tokens relative to the reference tokenizer
 */
void
outlay_fit_add (OutlayFit         *fit,
                const OutlayUsage *usage,
                double             tokenizer)
{
  if ((usage->flags & OUTLAY_USAGE_SUBAGENT) != 0)
    return;

  if (usage->kind == OUTLAY_USAGE_PROMPT)
    {
      fit->session.turns++;
      fit->session.in_turn = FALSE;
    }
  else if (usage->kind == OUTLAY_USAGE_COMPACTION)
    fit->session.k = 0;
  else if (outlay_tokens_prompt (&usage->tokens) > 0)
    add_call (fit, usage, 1 / tokenizer);
}

/* A session without a call says nothing of how work is done. */
void
outlay_fit_end_session (OutlayFit *fit)
{
  Sums *sums = &fit->sums;
  const Session *session = &fit->session;

  if (session->calls > 0)
    {
      sums->sessions = 1;
      sums->turns = session->turns;
      sums->turns_squared = session->turns * session->turns;
      sums->several = session->turns > 1;
      sums->calls = session->calls;
      add (&fit->groups[fit->n_sessions % MAX_GROUPS], sums);
      fit->n_sessions++;
    }

  fit->session = (Session) { 0 };
  fit->sums = (Sums) { 0 };
}

/* METHOD section 4: the variance of the turns behind the first is
 * spread^2 * mu * nu. */
static double
estimate_spread (const Sums *sums)
{
  double n = sums->sessions;
  double mu = sums->turns / n;
  double variance = (sums->turns_squared - n * mu * mu) / (n - 1);

  return mu > 1 ? sqrt (MAX (variance, 0) / ((mu - 1) * mu)) : 0;
}

static void
estimate_growth (const Sums *sums,
                 double     *values)
{
  double determinant = sums->uu * sums->rr - sums->ur * sums->ur;
  double u = (sums->ug * sums->rr - sums->rg * sums->ur) / determinant;
  double r = (sums->rg * sums->uu - sums->ug * sums->ur) / determinant;
  double left;

  /* All sessions of one turn: the message cannot be told from the base context. */
  if (!(determinant > 1e-9 * sums->uu * sums->rr))
    {
      u = 0;
      r = sums->rg / sums->rr;
    }

  left = sums->gg - u * sums->ug - r * sums->rg;
  values[OUTLAY_FIT_MESSAGE] = MAX (u, 0);
  values[OUTLAY_FIT_TOOL_RESULT] = MAX (r, 0);
  values[OUTLAY_FIT_TOOL_RESIDUAL] = sqrt (MAX (left, 0) / sums->growths);
  values[OUTLAY_FIT_BASE_CONTEXT] = MAX (sums->first / sums->sessions - MAX (u, 0), 0);
}

static void
estimate (const Sums *sums,
          double     *values)
{
  values[OUTLAY_FIT_TURNS] = sums->turns / sums->sessions;
  values[OUTLAY_FIT_TURN_SPREAD] = estimate_spread (sums);
  values[OUTLAY_FIT_CALLS_PER_TURN] = sums->calls / sums->turns;
  values[OUTLAY_FIT_OUTPUT] = sums->output / sums->calls;
  values[OUTLAY_FIT_WARMTH_5M] = sums->warm[0] / sums->asked[0];
  values[OUTLAY_FIT_WARMTH_1H] = sums->warm[1] / sums->asked[1];
  estimate_growth (sums, values);
}

/* xorshift64*: the same draws, and so the same interval, for the same ledger. */
static guint64
draw (guint64 *state)
{
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;

  return *state * G_GUINT64_CONSTANT (0x2545F4914F6CDD1D);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
draw_all (OutlayFit *fit)
{
  guint64 n_groups = MIN (fit->n_sessions, MAX_GROUPS);
  guint64 state = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  double values[OUTLAY_N_FITS];

  for (guint64 i = 0; i < n_groups; i++)
    add (&fit->total, &fit->groups[i]);
  estimate (&fit->total, fit->whole);

  for (guint i = 0; i < OUTLAY_N_FITS; i++)
    fit->draws[i] = g_new (double, DRAWS);
  for (guint i = 0; i < DRAWS; i++)
    {
      Sums sums = { 0 };

      for (guint64 j = 0; j < n_groups; j++)
        add (&sums, &fit->groups[draw (&state) % n_groups]);
      estimate (&sums, values);
      for (guint j = 0; j < OUTLAY_N_FITS; j++)
        fit->draws[j][i] = isfinite (values[j]) ? values[j] : fit->whole[j];
    }

  for (guint i = 0; i < OUTLAY_N_FITS; i++)
    qsort (fit->draws[i], DRAWS, sizeof (double), compare);
}

static guint64
count (const OutlayFit    *fit,
       OutlayFitParameter  parameter)
{
  switch (parameter)
    {
    case OUTLAY_FIT_WARMTH_5M:
      return (guint64) fit->total.asked[0];
    case OUTLAY_FIT_WARMTH_1H:
      return (guint64) fit->total.asked[1];
    case OUTLAY_FIT_MESSAGE:
      return (guint64) fit->total.uu;
    case OUTLAY_FIT_TOOL_RESULT:
    case OUTLAY_FIT_TOOL_RESIDUAL:
      return (guint64) fit->total.growths;
    case OUTLAY_FIT_OUTPUT:
      return (guint64) fit->total.calls;
    case OUTLAY_FIT_TURN_SPREAD:
      /* Sessions of one turn, however many, say nothing of how turns differ. */
      return (guint64) fit->total.several;
    case OUTLAY_FIT_TURNS:
    case OUTLAY_FIT_CALLS_PER_TURN:
    case OUTLAY_FIT_BASE_CONTEXT:
    case OUTLAY_N_FITS:
    default:
      return fit->n_sessions;
    }
}

/**
 * outlay_fit_get:
 * @fit: a fit to which every session was added
 * @parameter: what is asked for
 *
 * Returns: its value, with an interval of 95 %; NaN where fewer than
 *   %OUTLAY_FIT_ENOUGH sessions or observations speak of it
 */
OutlayFitValue
outlay_fit_get (OutlayFit          *fit,
                OutlayFitParameter  parameter)
{
  OutlayFitValue value = { NAN, NAN, NAN, 0 };
  double center, widen;

  if (fit->draws[0] == NULL && fit->n_sessions > 1)
    draw_all (fit);

  value.n = count (fit, parameter);
  if (fit->n_sessions < OUTLAY_FIT_ENOUGH || value.n < OUTLAY_FIT_ENOUGH)
    return value;

  /* Drawing again spreads less than sampling did, by (n - 1) / n; and a few
   * sessions know their own spread badly (Student's t against the normal). */
  center = fit->whole[parameter];
  widen = 1 + 2.0 / (double) MIN (fit->n_sessions, MAX_GROUPS);
  value.estimate = center;
  value.low = MAX (center + widen * (fit->draws[parameter][DRAWS * 25 / 1000] - center), 0);
  value.high = center + widen * (fit->draws[parameter][DRAWS * 975 / 1000] - center);

  return value;
}

/* Returns: how many calls, compactions apart, found the cache cold */
guint64
outlay_fit_get_misses (const OutlayFit *fit)
{
  double misses = 0;

  for (guint i = 0; i < MAX_GROUPS; i++)
    misses += fit->groups[i].misses;

  return (guint64) misses;
}
