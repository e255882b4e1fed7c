/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problems.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayProblemsDialog:
 *
 * Why a file was not opened: each problem with the place in the file where it
 * was found, and all of it to copy as text.
 *
 * Escape closes it. Each row's accessible name is the place and the problem.
 */
#define OUTLAY_TYPE_PROBLEMS_DIALOG (outlay_problems_dialog_get_type ())

G_DECLARE_FINAL_TYPE (OutlayProblemsDialog, outlay_problems_dialog, OUTLAY, PROBLEMS_DIALOG, AdwWindow)

void outlay_problems_dialog_present (GtkWindow            *parent,
                                     const OutlayProblems *problems);

G_END_DECLS
