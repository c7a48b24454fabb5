//! The matrix of presets, for the owner to read.

use domain::access::{Permission, Preset, Role};

/// A row for each permission, a column for each preset.
#[test]
fn the_matrix_of_roles() {
    let column = |preset: &Preset| match preset {
        Preset::PlatformOperator => "operator",
        Preset::ServiceAccount => "service",
        preset => preset.code(),
    };
    let width = |preset: &Preset| column(preset).len().max(8);
    let mut table = format!("{:<24}", "");
    Preset::ALL.iter().for_each(|preset| table.push_str(&format!(" {:<w$}", column(preset), w = width(preset))));
    for permission in Permission::ALL {
        table.push_str(&format!("\n{:<24}", permission.code()));
        for preset in &Preset::ALL {
            let cell = preset.grants().get(permission).map_or("·", |scope| scope.code());
            table.push_str(&format!(" {cell:<w$}", w = width(preset)));
        }
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(table.join("\n"));
}

/// Contract A.9 and the rulings K1 to K4, line by line, whatever else the matrix says.
#[test]
fn the_rulings_hold() {
    let has = |role: Role, code: &str| {
        let (permission, scope) = code.split_once(':').unwrap();
        let granted = Preset::Member(role).grants().get(permission.parse().unwrap());
        granted.map(|scope| scope.code()) == Some(scope)
    };
    for (role, codes) in [
        (Role::Owner, "org.delete:all org.billing:all payments.refund:all members.manage:all audit.read:all"),
        (Role::Admin, "payments.read:all meters.manage:all integrations.manage:all audit.read:all"),
        (Role::Manager, "deals.delete:all numbers.update:all reports.read:all"),
        (Role::Dispatcher, "requests.assign:all requests.delete:all residents.read:all"),
        (Role::Worker, "requests.read:assigned requests.update:assigned tasks.read:assigned"),
        (Role::Member, "deals.read:all deals.update:assigned contacts.delete:own"),
        (Role::TeamLead, "projects.update:team tasks.create:team regulations.manage:team"),
        (Role::Partner, "contacts.read:own ledger.read:own auction.bid:own"),
        (Role::Caller, "numbers.next:all numbers.update:assigned"),
        (Role::Analyst, "deals.read:all reports.export:all"),
        (Role::Accountant, "charges.manage:all payments.refund:all payments.approve:all"),
    ] {
        for code in codes.split_whitespace() {
            assert!(has(role, code), "{} has no {code}", role.code());
        }
    }
    for (role, missing) in [
        (Role::Admin, "org.delete payments.refund payments.approve"),
        (Role::Manager, "settings.manage settings.read integrations.read roles.manage members.manage"),
        (Role::Dispatcher, "members.manage settings.read residents.manage"),
        (Role::Worker, "residents.read requests.assign"),
        (Role::Analyst, "deals.update contacts.create requests.take"),
    ] {
        for code in missing.split_whitespace() {
            let granted = Preset::Member(role).grants().get(code.parse().unwrap());
            assert_eq!(granted, None, "{} {code}", role.code());
        }
    }
}
