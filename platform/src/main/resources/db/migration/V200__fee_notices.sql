-- Few requests are charged a fee; what was charged in a year is found without reading all steps.
create index step_fee_notice on request.step (on_day, request) where type = 'NOTICE_FEE';
