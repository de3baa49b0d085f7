/* The contrast of two colours as WCAG 2.2 measures it, in whole numbers: what is readable is the same on every machine. */
#ifndef SUPPORT_CONTRAST_H
#define SUPPORT_CONTRAST_H

#include <stdint.h>

/* Success criteria 1.4.3 (text), 1.4.6 (text in the high contrast theme) and 1.4.11 (what shows a state), in hundredths. */
enum { CONTRAST_TEXT = 450, CONTRAST_HIGH = 700, CONTRAST_STATE = 300 };

/* Relative luminance of an sRGB colour 0xRRGGBB, in millionths: black 0, white 1 000 000. Source: WCAG 2.2, "relative luminance". */
int64_t contrast_luminance(uint32_t rgb);
/* The contrast ratio of two colours in hundredths, rounded down: 449 is not enough for 4.5:1. From 100 to 2100. Source: WCAG 2.2,
 * "contrast ratio". */
int contrast_ratio(uint32_t a, uint32_t b);
/* The colour of 16-255 among xterm's 256, which PuTTY, VTE and Windows Terminal share: a cube of 6x6x6, then greys. */
uint32_t contrast_xterm(int number);

#endif
