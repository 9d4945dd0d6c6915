/** Packed by test/needs/fit.ts from words/ and the labelled sentences; do not edit by hand. */
export const tags = '0349ABCFGHIJKLMNOPQRSTUVWXYZD';

export const words = {
  seed: 169,
  bits: 16,
  table:
    'C.hKTOGXG1@<A@(_2K4.;K5-YhN80><H-A-(1/<SC][H7T*P7`,.J<0F?.K,X6?0@b(bLV5^=S4egY.aE)KgNHX08hO.K`(URbH+e:EUAD5+IW(C,*<;g=G.LP6+,V_1cHH5]gceG_e.UMI0LN6VP,(Q@6,h7Y8^I>-UY-NG+PQKQ9H6:`H]6LTNDI=Q.X1ae.+V)GXI;bJ/OG:[?b>02NDSM2X7Pb.4D4?8,/:3X/Q][0hYX+ZhZ?898GAW5*SH;Z/-OeY7UN?)NbIDHZ<83`^1OJR0.g_7);T+M*[47RVZIBYH+=YeD2@fK1Bg@.N/.C^C[?SK,2Ia6BA3)XG,VHG<773R@ICT;MQe0Z]9P60MXeJET,.agW[V4?1U?;,KeZTHP<CTLg]F0<<5-cYf1(dFLXAeMY68a_XMRS//:@@Y_?-8,V;;2(3+@;E@D];J9<SK)-2N]=8G1=BVU:K+L]1>6g9-JfG0(YNPd,]5M4QNDJJUM[I+dKX]e)/6achA,*4)SLhc^N:R+F=S[Z(0_AH-SaJ7Sd*M)b3c=c:*QA^)LHT,XYSE)2WLRT,;NEPE9>[0,]`bf1EKg0;.T]Y>_aW?X7NV:gcHJ09A7I>ZBh28K^M=d)=P*H[G*8EH(N<[E96^@[D]0@/L694>P*.V@B`->(^a9?1G_Le/-g)703*Z.UF/J07C2/G6O-(B]cJ4g2.;4MB</GG>6.;?*>Z2).JDK0:4b>Y1ca?Fb0RJ+[LSVVST/51DWP460B,H8h_E`eA9XGB7E4Se;FKG(hPH[Q/Z-:3ICWPgZQ8?:=(:4Tb8Y]-JaK9Ha:<5Y(@Hf+EcDB@]=3FXC*R,hMg4,SX@@@H8+R@B9R+*a@]ff*TI.Y)^W1`]E+@Pdg@V/+QAa[BD.?.<8_<W[6(VN5X_ddX>8/XV/([(()AbFX*4TP[(50eH*;MXHR(=2YFOET`C)7,86[M-VB]eIM/)>)I+YO3Xec>0ZXQfcD/]TfO',
  marks: '0 0A 3 4 9 A AB AO B C F G H I J K L M N O P Q R S T U V W X Y Z',
};

export const phrases = {
  seed: 0,
  bits: 16,
  table:
    '7-+M,N*>KM[H/S+0>66@:P_XN,X=0aXD(0P)e-3ICb,A0G^b])P8cVB-T.Td_>_.+G+YJ.Wa]M-`67YI-JNa8U0*@4Ae;]6/+b1;4O1(H)ZQD3IZ@+JEAQ_/JLH(:>.-Q=G47_K(?5X,(QcSYU2BU@`09b)C]<8/J[SA==(XD0;?Q2H+SShD*Ed,SWKNd*g>/DCS:C.;`.8MI_bA<=;:HKYE-/Q,I4IaGPM2DH0MF_U+VTV492*SI>hC)AH3GY;a?S4N@>D0_H+eB*=F9(0b+O5)DX*B)B,H[QGchOK^4D_3<?BQ3P89d2_b-L(,gGe0D0)-14K`?WCX7-Q2@8IcYC//8^-_DM((C^7O;LgcI*:Z==F_h>W4/h(KZG@0::O5,H0E](@JJLHE*N_)RT@)+,O26L36aX',
  marks: '( ) * + , - . / 1 2 3 4 5 6 8 9 : ; < > ? @ A B C H I J L M N O Q R T X Y Z ^ a',
};

export const weights =
  'KJKGBCNLCC@CEDEHJHLMHDDE@@@@ABEDEKGKKHGKHGBJBCLGHNEDEMFDNFGMILHFIHDJGFGCIFCMHH==FDMDA@MHIIDGDHKHCEMIIFFAEFPJKKHGRHIFGHJKHNHGLNGLL96<E?AIOGGHFDJFJJICEGFEGBICDCPEJFGFF';
