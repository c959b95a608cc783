export const asyncioPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ current_task():12- get_event_loop() _get_event_loop():-11 get_running_loop() _get_running_loop()
  _set_running_loop() _register_task() _register_eager_task():12- _unregister_task() _unregister_eager_task():12- _enter_task() _leave_task()
  _swap_current_task():12- all_tasks():14- future_add_to_awaited_by():14- future_discard_from_awaited_by():14- __file__:-14 Future Task _all_tasks:-11
  _scheduled_tasks:12-13 _eager_tasks:12-13 _current_tasks:-13
`;
