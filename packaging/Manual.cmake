# The manual page and the shells' completions, as the built program tells them itself.
if(NUDGE_SANITIZE OR (CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR))
  message(STATUS "The manual page and completions are left out: this is no program to install, or to run here.")
  return()
endif()

set(told "")
# nudge_tells(FILE FOLDER COMMAND...): what `nudge COMMAND...` prints becomes FILE, installed in FOLDER.
function(nudge_tells file folder)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${folder}/${file})
  add_custom_command(OUTPUT ${out} DEPENDS nudge VERBATIM
    COMMAND ${CMAKE_COMMAND} "-DCOMMAND=$<TARGET_FILE:nudge>;${ARGN}" -DOUT=${out}
            -P ${CMAKE_SOURCE_DIR}/cmake/WriteOutput.cmake)
  install(FILES ${out} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder})
  set(told ${told} ${out} PARENT_SCOPE)
endfunction()

nudge_tells(nudge.1 man/man1 manual)
nudge_tells(nudge bash-completion/completions completion bash)
nudge_tells(_nudge zsh/site-functions completion zsh)
nudge_tells(nudge.fish fish/vendor_completions.d completion fish)
add_custom_target(nudge_manual ALL DEPENDS ${told})
