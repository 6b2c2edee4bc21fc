#include "app/Program.h"

int main(int argc, char** argv) { return nudge::runProgram(argc, argv); }
