// Where the characters of the Asian standards stand in Adobe's collections (Technical Notes 5078, 5079, 5080 and 5093):
// "from-to:first" in the bytes of the standard and the numbers that Adobe counts on in their order. What is left out,
// some compatibility forms and the extension of GBK, has no number of its own here (see collections.ts).

export const KOREA1 = `8141-a0fe:9333 a1a1-a2e5:101 a3a1-a4d3:264 a4d5-a5aa:409 a5b0-a5b9:461 a5c1-a5d8:471 a5e1-a5f8:495
a6a1-a6e4:519 a7a1-a7ef:587 a8a8-a8af:671 a8b1-aaf3:679 aba1-abf6:934 aca1-acc1:1020 acd1-acf1:1053
b0a1-c8fe:1086 caa1-cbcf:3436 cbd1-cbd5:3577 cbd7-cbe6:3582 cbe8-cdce:3598 cdd0-cde7:3761 cde9-ceac:3785
ceae-cffa:3819 d0a3-d0b7:3994 d0b9-d0cf:4015 d0d1-d0dc:4038 d0de-d1d3:4050 d1db-d1e0:4376 d2b3-d2bd:4159
d2c6-d2ca:4518 d2cf-d2d4:4528 d2f9-d4e5:4186 d4e7-d4fb:4355 d4fd-d5a4:4376 d5a6-d5aa:4382 d5af-d6b7:4389
d6b9-d6cc:4492 d6ce-d7ca:4512 d7cc-d7e3:4603 d7e5-dbc4:4627 dbc6-dbe3:4971 dbe5-dca4:5001 dca6-dda4:5031
dda6-ddd4:5124 ddd6-ddf3:5171 ddf5-defb:5201 dfa1-dfb2:5303 dfb4-dfe0:5321 dfe2-dfe7:5366 dfe9-e0f0:5372
e0f2-e1ac:5474 e1ae-e1ec:5499 e1ee-e3f4:5562 e3f6-e3fe:5757 e4a2-e4a8:5766 e4aa-e5ad:5773 e5b3-e5b8:5873
e5bd-e5c3:5880 e5c5-e5cd:5887 e5d7-e5f9:5901 e6a8-e6ac:5941 e6bd-e6c3:5954 e6cb-e6d1:5964 e6fa-e6fe:5991
e7b1-e7be:6005 e7d4-e7de:6031 e7e7-e7f6:6047 e7f8-e8e6:6063 e8e9-e8ef:6140 e8f2-e8f6:6147 e9a1-e9a6:6156
e9ad-e9cb:6166 e9cd-e9f6:6197 e9f8-eac0:6239 eac2-eae4:6278 eae6-eaf3:6313 ebab-ebb9:6340 ebd3-ebd7:6368
ebd9-eca5:6373 ecbb-ecbf:6427 eccb-ecd4:6437 ecd6-ecdc:6447 ece9-ecf6:6460 eda4-eded:6479 edef-eeda:6553
eedc-f2bc:6627 f2be-f2f9:6972 f2fb-f3b0:7032 f3b2-f4a6:7052 f4a8-f4ed:7135 f4ef-f6f3:7205 f6f7-f7b7:7399
f7b9-f7c7:7430 f7c9-f7d2:7445 f7d4-f8da:7455 f8dc-f8ef:7556 f8f1-f9fe:7576 faa3-fae5:7684 fae7-fca8:7751
fcaa-fdfe:7877`

export const GB1 = `a1a1-a1fe:96 a2b1-a2e2:190 a2e5-a2ee:240 a2f1-a2fc:250 a3a1-a4f3:262 a5a1-a5f6:439 a6a1-a6b8:525
a6c1-a6f5:549 a7a1-a7c1:602 a7d1-a7f1:635 a8a1-a8c0:668 a8c5-a8ea:700 a9a4-a9ef:738 aaa1-abc0:814
b0a1-d7f9:940 d8a1-f7fe:4695`

export const CNS1 = `a140-a158:99 a15d-a1f5:128 a1f8-a3bb:249 a440-acfd:595 ad40-afcf:2007 afd0-bbc7:2432 bbc8-be51:4309
be53-c1aa:4696 c1ab-c2ca:5222 c2cc-c360:5411 c361-c3b8:5496 c3bb-c455:5552 c457-c67e:5642 c6a1-c6be:506
c6bf-c6d7:537 c6d8-c6de:13747 c6e0-c8d3:13754 c940-c949:5996 c94b-c96b:6006 c96c-c9bd:6040
c9bf-c9ec:6088 c9ed-caf6:6135 caf8-d6cb:6302 d6cd-d779:8143 d77b-dade:8251 dae0-dba6:8789 dba7-ddfb:8890
ddfd-e8a2:9289 e8a3-e975:10927 e976-eb5a:11074 eb5b-ebf0:11362 ebf2-ecdd:11478 ecdf-eda9:11615
edaa-eeea:11720 eeec-f055:11942 f057-f0ca:12140 f0cc-f162:12222 f163-f16a:12309 f16c-f267:12317
f269-f2c2:12470 f2c3-f374:12527 f375-f465:12641 f466-f4b4:12784 f4b6-f4fc:12829 f4fd-f662:12901
f664-f976:13095 f977-f9c3:13586 f9c7-f9d1:13630 f9d6-f9fe:14056`

export const JAPAN1 = `8140-81ac:633 81b8-81bf:741 81c8-81ce:749 81da-81e8:756 81f0-81f7:771 824f-8258:780 8260-8279:790
8281-829a:816 829f-82f1:842 8340-8396:925 839f-83b6:1011 83bf-83d6:1035 8440-8460:1059 8470-8491:1092
8740-875d:7555 876f-8775:7601 8785-878f:7613 8793-8799:7624 889f-9872:1125 989f-eaa2:4090 ed40-edb3:8359
edb5-eeec:8474 eeef-eef8:8092 fa40-fa49:8092 fa4a-fa53:7575 fa5c-facf:8359 fad1-fc4b:8474`
