define('room', ['jquery'], function ($) {
  return { paranoid: true }
})
define({ paranoid: true })
