//! `complaints attach`: evidence beside the record.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_file_is_kept_with_its_fingerprint() {
    let mut register = TestRegister::with_a_complaint();
    register.write("photo of it.jpg", b"\xff\xd8picture");
    register.run("attach 1 'photo of it.jpg' --text 'As it arrived'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Evidence attached
    "#]]);
    expect![[r#"
        complaint 2026-01-0001-2: attached

         complaints/2026/10/2026-01-0001-2.yaml            | 9 +++++++++
         complaints/2026/10/2026-01-0001-2/photo-of-it.jpg | 1 +
         2 files changed, 10 insertions(+)
    "#]]
    .assert_eq(&register.git(&["show", "--stat", "--format=%s", "HEAD"]));
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (by the rule pack)
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Evidence attached · sara · file: photo-of-it.jpg
              As it arrived
    "#]]);
}

#[test]
fn what_is_kept_is_never_replaced() {
    let mut register = TestRegister::with_a_complaint();
    register.write("photo.jpg", b"picture");
    register.done("attach 1 photo.jpg");
    register.run("attach 1 photo.jpg").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Evidence attached
    "#]]);
    register.write("photo.jpg", b"another picture");
    register.run("attach 1 photo.jpg").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2/photo.jpg` is there already with another content
        hint: keep both: add --name and another name
        [exit code: 4]
    "#]]);
    register.run("attach 1 photo.jpg --name photo-2.jpg").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Evidence attached
    "#]]);
}

#[test]
fn a_file_that_cannot_be_kept_is_named() {
    let mut register = TestRegister::with_a_complaint();
    register.run("attach 1 nothing.jpg").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/nothing.jpg`
        caused by: there is no such file
        [exit code: 1]
    "#]]);
    register.run("attach 1 complaints").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/complaints`
        caused by: Is a directory (os error 21)
        [exit code: 1]
    "#]]);
    register.write("x.yaml", "a: b");
    register.run("attach 1 x.yaml").check(&expect![[r#"
        ------- stderr -------
        error: `x.yaml` cannot be a file name of evidence
        hint: add --name photo-1.jpg
        [exit code: 2]
    "#]]);
    register.run("attach 1 x.yaml --name ..").check(&expect![[r#"
        ------- stderr -------
        error: `..` cannot be a file name of evidence
        hint: add --name photo-1.jpg
        [exit code: 2]
    "#]]);
    register.write("large.bin", vec![0; (25 << 20) + 1]);
    register.run("attach 1 large.bin").check(&expect![[r#"
        ------- stderr -------
        error: `large.bin` has 26 MiB: at most 25 are kept in git
        hint: keep it elsewhere and say where: complaints note 1 "…"
        [exit code: 2]
    "#]]);
}
