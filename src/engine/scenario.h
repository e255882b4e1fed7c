/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prices.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The longest task when no loop cap is set, in turns (METHOD section 4). */
#define OUTLAY_MAX_TURNS 500

/* "null" where a whole number may be left open. */
#define OUTLAY_NONE (-1)

/* A value that moves with learning: read at progress L, it is
 * start + (end - start) * L. */
typedef struct
{
  double start;
  double end;
} OutlayPair;

typedef enum
{
  OUTLAY_LEVEL_NOVICE,
  OUTLAY_LEVEL_INTERMEDIATE,
  OUTLAY_LEVEL_EXPERT,
  OUTLAY_N_LEVELS
} OutlayLevelId;

typedef enum
{
  OUTLAY_TIER_ECONOMY,
  OUTLAY_TIER_FRONTIER,
  OUTLAY_TIER_SPECIALIST,
  OUTLAY_N_TIERS
} OutlayTier;

typedef enum
{
  OUTLAY_OPTION_MODEL,
  OUTLAY_OPTION_ROUTING,
  OUTLAY_OPTION_PLAN
} OutlayOptionKind;

typedef enum
{
  OUTLAY_ADOPTION_IMMEDIATE,
  OUTLAY_ADOPTION_LINEAR,
  OUTLAY_ADOPTION_LOGISTIC,
  OUTLAY_ADOPTION_CUSTOM
} OutlayAdoptionShape;

typedef enum
{
  OUTLAY_LEARNING_LOGISTIC,
  OUTLAY_LEARNING_EXPONENTIAL,
  OUTLAY_LEARNING_LINEAR,
  OUTLAY_LEARNING_WRIGHT,
  OUTLAY_LEARNING_FLAT
} OutlayLearningCurve;

typedef enum
{
  OUTLAY_RISK_LOW,
  OUTLAY_RISK_HIGH
} OutlayRisk;

/* The uncertain factors of METHOD section 10, in the order of its table. */
typedef enum
{
  OUTLAY_FACTOR_TASKS,
  OUTLAY_FACTOR_TURNS,
  OUTLAY_FACTOR_TOKENS,
  OUTLAY_FACTOR_ACCEPTANCE,
  OUTLAY_FACTOR_WARMTH,
  OUTLAY_FACTOR_LEARNING,
  OUTLAY_FACTOR_ADOPTION,
  OUTLAY_N_FACTORS
} OutlayFactor;

typedef struct
{
  double low;
  double likely;
  double high;
} OutlayRange;

typedef struct
{
  char   *code; /* ISO 4217 */
  double  rate; /* units per US dollar */
} OutlayCurrency;

typedef struct
{
  char          *name;
  double         people;
  gint64         joins;         /* month, from 1 */
  OutlayLevelId  expertise;
  double         tasks_per_day; /* of an active person */
  double         hourly_wage;   /* US dollars */
  char          *occupation;    /* id, or NULL */
  OutlayPair    *mix;           /* one share for each task, or NULL: the tasks' own */
} OutlayRole;

typedef struct
{
  OutlayAdoptionShape  shape;
  double               from;   /* share of people, 0 to 1 */
  double               to;
  gint64               months;
  double              *shares; /* of shape "custom": one for each month */
  guint                n_shares;
} OutlayAdoption;

typedef struct
{
  OutlayLearningCurve curve;
  gint64              months; /* after which all is learnt */
} OutlayLearning;

typedef struct
{
  double hours; /* per person, once */
  double money; /* US dollars per person, once */
} OutlayOnboarding;

typedef struct
{
  OutlayPair turns;      /* relative to the scenario's turns */
  double     calls;      /* relative to the task's calls per turn */
  OutlayPair acceptance; /* of a finished attempt */
} OutlayLevel;

typedef struct
{
  char       *id;
  char       *name;
  OutlayPair  share;          /* of all tasks */
  double      turns;          /* relative to the scenario's turns */
  gint64      calls_per_turn;
  double      base_context;   /* tokens, as all four */
  double      message;
  double      tool_result;
  double      output;
  double      acceptance;     /* relative to the level's */
  double      minutes_saved;
  double      minutes_review;
  OutlayRisk  risk;
} OutlayTask;

typedef struct
{
  double turns;
  double acceptance;
} OutlayClassFactors;

typedef struct
{
  double warm_5m;
  double warm_1h;
} OutlayCacheWarmth;

typedef struct
{
  gboolean enabled;
  double   reference_wage; /* US dollars an hour */
  double   turns;          /* exponents */
  double   output;
} OutlayWageEffect;

typedef struct
{
  OutlayTier tier;
  gint64     months;
} OutlayLearningTier;

typedef struct
{
  char                *id;
  char                *name;
  OutlayOptionKind     kind;
  char                *model;                 /* of a model or plan: model id */
  char                *plan;                  /* of a plan: plan id */
  char                *tiers[OUTLAY_N_TIERS]; /* of a routing: model ids */
  OutlayTier         (*rules)[OUTLAY_N_LEVELS]; /* of a routing: one row a task */
  int                  escalate_to;           /* of a routing: tier, or OUTLAY_NONE */
  OutlayLearningTier  *learning_tier;         /* of a routing, or NULL */
  double               effort;                /* output relative to the model's usual */
  OutlayCache          cache;
  double               price_factor;          /* of a model or routing */
} OutlayOption;

/**
 * OutlayScenario:
 *
 * Everything an estimate depends on.
 *
 * A scenario is a value: it is read or built, then never changed, so that any
 * thread may read it and an undo history is a list of them. Its members are
 * those of the scenario file, in its order and units. Everything it points to
 * lies in its own pool.
 */
typedef struct _OutlayScenario OutlayScenario;

struct _OutlayScenario
{
  gatomicrefcount     ref_count;
  OutlayPool         *pool;

  gint64              format;     /* `outlay`: the version of the file format */
  char               *name;
  char               *notes;
  gint64              seed;
  int                 start;      /* first month, as year * 12 + month - 1 */
  gint64              months;
  double              active_days;
  OutlayCurrency      currency;
  double              turns;
  double              turn_spread;
  OutlayRole         *team;
  guint               n_team;
  OutlayAdoption      adoption;
  OutlayLearning      learning;
  OutlayOnboarding    onboarding;
  OutlayLevel         expertise[OUTLAY_N_LEVELS];
  OutlayTask         *tasks;
  guint               n_tasks;
  OutlayClassFactors  classes[OUTLAY_N_CLASSES];
  OutlayCacheWarmth   cache_warmth;
  double              taper;
  double              compact_at;     /* tokens */
  double              summary_tokens; /* tokens */
  gint64              max_turns;      /* or OUTLAY_NONE */
  gint64              max_attempts;
  double              usage_spread;   /* coefficient of variation between people */
  OutlayWageEffect    wage_effect;
  double              value_growth;
  double              price_drift;    /* a year */
  double              budget;         /* money a month in the scenario's currency, or NaN */
  OutlayRange         uncertainty[OUTLAY_N_FACTORS];
  OutlayOption       *options;
  guint               n_options;
  OutlayPrices        prices;
};

#define OUTLAY_TYPE_SCENARIO (outlay_scenario_get_type ())

GType           outlay_scenario_get_type (void) G_GNUC_CONST;

OutlayScenario *outlay_scenario_alloc    (void);
OutlayScenario *outlay_scenario_ref      (OutlayScenario       *scenario);
void            outlay_scenario_unref    (OutlayScenario       *scenario);

int             outlay_scenario_get_date (const OutlayScenario *scenario,
                                          int                   month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayScenario, outlay_scenario_unref)

G_END_DECLS
