/* store_support.c - the failing disk and the scratch folder of the store's tests, linked with these too. */
#include "store/faulty.c"
#include "store/scratch.c"
