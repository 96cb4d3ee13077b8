//! The head and the foot, by Decree 30/2020/NĐ-CP or as the Party's bodies write them; what nobody gave is a placeholder.

use super::Reporting;
use super::model::{ReportFoot, ReportHead};
use super::text::said;
use crate::codes::{Lang, ReportForm};
use crate::text::match_key;
use crate::words::periodic::{self as words, Term};

impl Reporting<'_> {
    /// The form asked for; else the Party's where the plan's number has a dash before its first stroke, `42-CTr/TU`.
    pub(super) fn form(&self) -> ReportForm {
        self.query.form.unwrap_or_else(|| {
            let number = self.assessment.plan.number.as_deref().unwrap_or("");
            let (serial, organ) = number.split_once('/').unwrap_or((number, ""));
            if serial.split_once('-').is_some() && !organ.is_empty() {
                ReportForm::Party
            } else {
                ReportForm::Government
            }
        })
    }

    fn given(&self, text: Option<&str>, placeholder: Term) -> String {
        text.map(said).filter(|text| !text.is_empty()).unwrap_or_else(|| self.term(placeholder))
    }

    pub(super) fn head(&self) -> ReportHead {
        let is_party = self.form() == ReportForm::Party;
        let superior = self.query.superior.as_deref();
        let motto = if is_party { vec![Term::Party] } else { vec![Term::State, Term::Motto] };
        let place = self.query.place.as_deref().map(said).filter(|place| !place.is_empty());
        ReportHead {
            superior: (superior != Some("")).then(|| self.given(superior, Term::NoSuperior)),
            issuer: together(self.given(self.query.issuer.as_deref(), Term::NoIssuer)),
            number: self.term(if is_party { Term::PartyNumber } else { Term::Number }),
            motto: motto.into_iter().map(|line| self.term(line)).collect(),
            place_and_date: words::place_and_date(place.as_deref(), self.query.date, self.lang),
        }
    }

    /// The plan, as the report calls it.
    pub(super) fn plan(&self) -> String {
        let plan = &self.assessment.plan;
        let title = match (self.lang, &plan.title_en, &plan.number) {
            (Lang::En, Some(title), None) => title,
            _ => &plan.title,
        };
        words::plan(&said(title), plan.number.as_deref().map(said).as_deref(), self.lang)
    }

    pub(super) fn subject(&self) -> String {
        let agency = self.agency.as_ref().map(|agency| said(&agency.name));
        words::subject(&self.plan(), &self.period.label(self.lang), agency.as_deref(), self.lang)
    }

    /// Whom it is for: as given; of a body's own report those its reports go to; of a public one nobody.
    pub(super) fn addressee(&self) -> Option<String> {
        if self.is_public() {
            return None;
        }
        let own = || {
            let agency = self.agency.as_ref()?;
            let mut owed = self.assessment.reports.iter().map(|report| &report.obligation);
            let owed =
                owed.find(|of| of.agency.as_deref().is_some_and(|owing| agency.is(Some(owing), owing)));
            owed.map(|of| said(&of.recipient)).filter(|to| !to.is_empty())
        };
        let given = self.query.addressee.as_deref().map(said).filter(|to| !to.is_empty());
        Some(given.or_else(own).unwrap_or_else(|| self.term(Term::NoAddressee)))
    }

    pub(super) fn opening(&self, head: &ReportHead) -> Vec<String> {
        let mut opening = Vec::new();
        if self.assessment.synthetic {
            opening.push(self.term(Term::Synthetic));
        }
        opening.push(words::opening(&head.issuer, &self.plan(), &self.period.label(self.lang), self.lang));
        opening.push(words::as_of(self.assessment.today, self.assessment.known_by, self.days(), self.lang));
        opening
    }

    pub(super) fn foot(&self) -> ReportFoot {
        let is_party = self.form() == ReportForm::Party;
        let issuer = match_key(self.query.issuer.as_deref().unwrap_or(""));
        // Only of a body that decides together is it known in whose name its head signs.
        let is_committee =
            ["ủy ban nhân dân", "ubnd"].iter().any(|name| issuer.starts_with(&match_key(name)));
        let authority = match (is_party, is_committee) {
            (true, _) => Term::NoPartyAuthority,
            (false, true) => Term::Committee,
            (false, false) => Term::NoAuthority,
        };
        let mut recipients = if self.is_public() { Vec::new() } else { vec![self.term(Term::AsAbove)] };
        let given = self.query.recipients.iter().map(|to| said(to)).filter(|to| !to.is_empty());
        recipients.extend(given.map(|to| format!("- {};", to.trim_end_matches([';', '.']))));
        recipients.push(self.term(if is_party { Term::PartyFile } else { Term::File }));
        ReportFoot {
            recipients_label: self.term(Term::Recipients),
            recipients,
            authority: vec![self.term(authority), self.term(Term::Position)],
            signatory: self.term(Term::Signatory),
        }
    }
}

/// What follows "Ủy ban nhân dân" in a name stays on one line.
fn together(issuer: String) -> String {
    let committee = "Ủy ban nhân dân ";
    match issuer.strip_prefix(committee) {
        Some(place) if place.len() < 40 => format!("{committee}{}", place.replace(' ', "\u{a0}")),
        _ => issuer,
    }
}
