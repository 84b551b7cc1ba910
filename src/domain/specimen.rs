//! A complaint and a pack for the tests of all layers. Nothing here is part of the program.

use super::Instant;
use super::complaint::{Assessment, Complaint, Personal, Restricted};
use super::event::{Event, EventId, Facts, Kind};
use super::pack::{ACKNOWLEDGE, Basis, ClockRule, Limit, Pack, RESPOND, Unit};
use super::reference::Reference;
use super::words::{Channel, Priority, State};

/// Returns a complaint by telephone with nothing but its receipt, under the pack `standard`.
pub(crate) fn complaint(received_at: Instant) -> Complaint {
    let code = |text: &str| text.parse().expect("it is a code");
    let (id, to) = (EventId::from_random([0; 12]), Some(State::Received));
    let facts = Facts::default();
    let arrival = Event { id, at: received_at, by: "sara".to_owned(), kind: Kind::Received, to, facts };
    Complaint {
        reference: Reference::new(1405, 1, 147).expect("it is in range"),
        received_at,
        occurred: None,
        level: 1,
        channel: Channel::Phone,
        language: code("fa"),
        person: None,
        role: None,
        needs: Vec::new(),
        profile: crate::domain::complaint::Profile::default(),
        product: None,
        category: None,
        pack: code("standard"),
        priority: Priority::Normal,
        assessment: Assessment::default(),
        owner: None,
        points: Vec::new(),
        remedies: Vec::new(),
        promises: Vec::new(),
        source: None,
        personal: Personal::default(),
        restricted: Restricted::default(),
        events: vec![arrival],
    }
}

/// Returns the pack `standard` with an acknowledgement and an answer within these limits, the answer pausable.
pub(crate) fn standard(unit: Unit, acknowledge: u16, respond: u16) -> Pack {
    let limit = |amount| Limit { amount, unit };
    let answers = [Kind::Responded, Kind::ResolvedNow];
    let acknowledge = clock(ACKNOWLEDGE, &[Kind::Received], limit(acknowledge));
    let respond = clock(RESPOND, &[Kind::Received, Kind::Reopened, Kind::Revised], limit(respond));
    let tells = [Kind::Acknowledged].into_iter().chain(answers).collect();
    let clocks = vec![
        ClockRule { stop: tells, ..acknowledge },
        ClockRule { stop: answers.to_vec(), is_pausable: true, ..respond },
    ];
    let pack = Pack::without_clocks("standard".parse().expect("it is a code"));
    Pack { clocks, review_window_days: 30, attempts: 2, ..pack }
}

fn clock(id: &str, start: &[Kind], limit: Limit) -> ClockRule {
    ClockRule {
        id: id.parse().expect("it is a code"),
        start: start.to_vec(),
        stop: Vec::new(),
        limit,
        is_pausable: false,
        extension: None,
        is_statutory: false,
        basis: Basis::default(),
    }
}
