/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario-file.h"

G_BEGIN_DECLS

/* A text with whatever bytes, and every problem that reading it must report: a
 * line of "path: message" each, in their order; "" for none. */
typedef struct
{
  const char *row;
  const char *text;
  const char *problems;
} ReadingCase;

char           *describe_problems   (const OutlayProblems *problems);
OutlayScenario *read_text           (const char           *text,
                                     gssize                length,
                                     OutlayProblems       *problems);
void            assert_reading      (const char           *row,
                                     const char           *text,
                                     gssize                length,
                                     const char           *expected);
void            assert_readings     (const ReadingCase    *cases,
                                     gsize                 n_cases);
OutlayScenario *read_good           (const char           *text);

G_END_DECLS
