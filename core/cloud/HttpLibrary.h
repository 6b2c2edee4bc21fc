// cpp-httplib, without a macro that it brings along.
#pragma once

#include <httplib.h>

// Of <resolv.h>, where it names nothing that is used here; Eigen has parameters of this name.
#undef _res
