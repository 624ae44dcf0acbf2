//! What the examples must show between them: each verdict, and each finding that a criterion with
//! a rule can have. Only findings that an author expects count; others nobody has looked at.

use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::example_file::VERDICTS;
use crate::authoring::example_mistake::ExampleMistake;
use crate::authoring::trial_file::TrialFile;
use crate::engine::Finding;

/// Says each verdict and each finding that no example expects.
pub(crate) fn check_coverage(file: &TrialFile, log: &mut Log) {
    for verdict in VERDICTS {
        let mut verdicts = file
            .examples
            .iter()
            .filter_map(|example| example.verdict.as_ref());
        if !verdicts.any(|expected| *expected.get_ref() == verdict) {
            log.error(None, ExampleMistake::NoExampleOf(verdict.name()))
                .hint("add an `[[example]]`: a person whose answers come to it");
        }
    }
    for criterion in file
        .criteria
        .iter()
        .filter(|criterion| criterion.rule.is_there())
    {
        check_findings(criterion, file, log);
    }
}

fn check_findings(criterion: &CriterionFile, file: &TrialFile, log: &mut Log) {
    let Some(id) = &criterion.id else { return };
    let expected = |finding: &Finding| {
        let mut expected = file.examples.iter().flat_map(|example| &example.findings);
        expected.any(|(of, found)| of.get_ref() == id.get_ref() && found.get_ref() == finding)
    };
    let mut missing = possible(criterion);
    missing.retain(|finding| !expected(finding));
    if !missing.is_empty() {
        let findings = missing.into_iter().map(Finding::name).collect();
        let mistake = ExampleMistake::NoFinding {
            id: id.get_ref().clone(),
            findings,
        };
        log.error(id.span(), mistake).hint(
            "add an `[[example]]` that comes to it and names it in its `findings`, one for each",
        );
    }
}

fn possible(criterion: &CriterionFile) -> Vec<Finding> {
    let mut findings = vec![Finding::Fits, Finding::Open];
    if criterion.soft.is_none() {
        findings.push(Finding::Conflicts);
    }
    if criterion.applies_when.is_there() {
        findings.push(Finding::NotApplicable);
    }
    findings
}
